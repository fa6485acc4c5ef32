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

/** Finds an item by what the add-in asks for: an id or a name. */
export type Find<Item> = (items: Item[], key: string | number) => Item | undefined;

/**
 * A collection with members that many have: count, and items by id or name, or by index. What is not there is ItemNotFound, or a null
 * object: https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model#ornullobject-methods-and-properties.
 * Assumed, to be confirmed in Excel: an index that is not there is too; items come in the order in which they were made; and of a key
 * capitals do not count.
 *
 * @param keysOf under what an item is found, in small letters
 * @param find for a collection of which the keys are not only texts of which capitals do not count
 */
export function collectionType<Item extends HostObject>(
  name: string,
  since: Since,
  keysOf: (item: Item) => string[],
  methods: Record<string, Method> = {},
  find: Find<Item> = (items, key) => items.find((item) => keysOf(item).includes(String(key).toLowerCase())),
): ObjectType {
  const itemsOf = ({ items }: CollectionOf) => items() as Item[];
  const orFail = (found: HostObject | undefined, key: string | number) => {
    if (!found) throw itemNotFound(String(key));
    return found;
  };
  const count = (all: CollectionOf) => itemsOf(all).length;
  const usual: Record<string, [since: number | undefined, call: Method["call"]]> = {
    GetCount: [since.getCount, count],
    GetItem: [
      since.getItem,
      (all: CollectionOf, key: string | number) => orFail(find(itemsOf(all), key), key),
    ],
    GetItemAt: [since.getItemAt, (all: CollectionOf, index: number) => orFail(itemsOf(all)[index], index)],
    GetItemOrNullObject: [
      since.getItemOrNullObject,
      (all: CollectionOf, key: string | number) => find(itemsOf(all), key) ?? nullObject,
    ],
  };
  return {
    name,
    scalars: since.count === undefined ? {} : { Count: { since: since.count, get: count } },
    items: itemsOf,
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
