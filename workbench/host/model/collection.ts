import { itemNotFound } from "../host-error";
import { nullObject, type HostObject, type Method, type ObjectType } from "../object-model";

/** A collection of the workbook or of a sheet, of which the items are looked up when they are asked for. */
interface CollectionOf extends HostObject {
  items: () => HostObject[];
}

/** From which set on each of the usual members is there; a member that is not named does not exist. */
interface Since {
  count?: number;
  getCount?: number;
  getItem?: number;
  getItemAt?: number;
  getItemOrNullObject?: number;
}

/**
 * A collection with members that many have: count, and items by id or name, or by index.
 *
 * @param keysOf under what an item is found, in small letters
 */
export function collectionType<Item extends HostObject>(
  name: string,
  since: Since,
  keysOf: (item: Item) => string[],
  methods: Record<string, Method> = {},
): ObjectType {
  // A number is an id: https://learn.microsoft.com/javascript/api/excel/excel.tablecolumncollection#excel-excel-tablecolumncollection-getitem-member(1)
  const find = ({ items }: CollectionOf, key: string | number) =>
    (items() as Item[]).find((item) => keysOf(item).includes(String(key).toLowerCase()));
  const orFail = (found: HostObject | undefined, key: string | number) => {
    if (!found) throw itemNotFound(String(key));
    return found;
  };
  const count = ({ items }: CollectionOf) => items().length;
  const usual: Record<string, [since: number | undefined, call: Method["call"]]> = {
    GetCount: [since.getCount, count],
    GetItem: [since.getItem, (all: CollectionOf, key: string | number) => orFail(find(all, key), key)],
    GetItemAt: [since.getItemAt, ({ items }: CollectionOf, index: number) => orFail(items()[index], index)],
    GetItemOrNullObject: [
      since.getItemOrNullObject,
      (all: CollectionOf, key: string | number) => find(all, key) ?? nullObject,
    ],
  };
  return {
    name,
    scalars: since.count === undefined ? {} : { Count: { since: since.count, get: count } },
    items: ({ items }: CollectionOf) => items(),
    methods: {
      ...Object.fromEntries(
        Object.entries(usual).flatMap(([member, [from, call]]) =>
          from === undefined ? [] : [[member, { since: from, call }]],
        ),
      ),
      ...methods,
    },
  };
}
