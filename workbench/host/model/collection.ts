import { itemNotFound } from "../host-error";
import { nullObject, type HostObject, type Method, type ObjectType } from "../object-model";

/** A collection of the workbook or of a sheet, of which the items are looked up when they are asked for. */
interface CollectionOf extends HostObject {
  items: () => HostObject[];
}

/** From which set on each of the usual members of a collection is there. */
interface Since {
  collection: number;
  orNull: number;
}

/**
 * A collection with the members that nearly all have: count, getItem by id or name, getItemAt, getItemOrNullObject.
 *
 * @param keysOf under what an item is found, in small letters
 */
export function collectionType<Item extends HostObject>(
  name: string,
  { collection, orNull }: Since,
  keysOf: (item: Item) => string[],
  methods: Record<string, Method> = {},
): ObjectType {
  const find = ({ items }: CollectionOf, key: string) =>
    (items() as Item[]).find((item) => keysOf(item).includes(key.toLowerCase()));
  return {
    name,
    scalars: { Count: { since: collection, get: ({ items }: CollectionOf) => items().length } },
    items: ({ items }: CollectionOf) => items(),
    methods: {
      GetCount: { since: orNull, call: ({ items }: CollectionOf) => items().length },
      GetItem: {
        since: collection,
        call: (all: CollectionOf, key: string | number) => {
          const found = typeof key === "number" ? all.items()[key] : find(all, key);
          if (!found) throw itemNotFound(String(key));
          return found;
        },
      },
      GetItemAt: {
        since: collection,
        call: ({ items }: CollectionOf, index: number) => {
          const found = items()[index];
          if (!found) throw itemNotFound(String(index));
          return found;
        },
      },
      GetItemOrNullObject: {
        since: orNull,
        call: (all: CollectionOf, key: string) => find(all, key) ?? nullObject,
      },
      ...methods,
    },
  };
}
