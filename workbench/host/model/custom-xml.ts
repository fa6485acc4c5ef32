import { HostError, itemNotFound } from "../host-error";
import { nullObject, type HostObject, type ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { collectionType } from "./collection";

/** Data that an add-in keeps in the file, out of sight. */
export interface XmlPart {
  id: string;
  xml: string;
}

interface PartObject extends HostObject {
  state: WorkbookState;
  part: XmlPart;
}

/** Of the root: its own prefix, or the default. */
function namespaceOf(xml: string): string {
  const [, prefix] = /<(?:([^\s:<>/?!]+):)?[^\s:<>/?!]+[\s>/]/.exec(xml) ?? [];
  const root = /<[^?!][^>]*>/.exec(xml)?.[0] ?? "";
  const name = prefix ? `xmlns:${prefix}` : "xmlns";
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(root)?.[1] ?? "";
}

/** Excel takes one root element: https://learn.microsoft.com/javascript/api/excel/excel.customxmlpartcollection */
function checked(xml: string): string {
  if (!/^\s*(<\?xml[^>]*\?>)?\s*<[^?!][^]*>\s*$/.test(xml))
    throw new HostError("InvalidArgument", "The XML is not valid.");
  return xml;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.customxmlpart */
const partType: ObjectType = {
  name: "CustomXmlPart",
  identity: ({ part: { id } }: PartObject) => ({ _Id: id, Id: id }),
  scalars: {
    Id: { since: 5, get: ({ part }: PartObject) => part.id },
    NamespaceUri: { since: 5, get: ({ part }: PartObject) => namespaceOf(part.xml) },
  },
  methods: {
    GetXml: { since: 5, call: ({ part }: PartObject) => part.xml },
    SetXml: { since: 5, call: ({ part }: PartObject, xml: string) => void (part.xml = checked(xml)) },
    Delete: {
      since: 5,
      call: ({ state, part }: PartObject) =>
        void (state.xmlParts = state.xmlParts.filter((one) => one !== part)),
    },
  },
};

const since = { getCount: 5, getItem: 5, getItemOrNullObject: 5 };
const keysOf = ({ part }: PartObject) => [part.id.toLowerCase()];

/** https://learn.microsoft.com/javascript/api/excel/excel.customxmlpartscopedcollection */
const scopedType = collectionType<PartObject>("CustomXmlPartScopedCollection", since, keysOf, {
  GetOnlyItem: {
    since: 5,
    call: ({ items }: { items: () => PartObject[] }) => {
      if (items().length !== 1) throw new HostError("InvalidOperation", "There is not exactly one part.");
      return items()[0];
    },
  },
  GetOnlyItemOrNullObject: {
    since: 5,
    call: ({ items }: { items: () => PartObject[] }) => (items().length === 1 ? items()[0] : nullObject),
  },
});

const partsIn = (state: WorkbookState, isWanted: (part: XmlPart) => boolean) => () =>
  state.xmlParts.filter(isWanted).map((part): PartObject => ({ type: partType, state, part }));

/** https://learn.microsoft.com/javascript/api/excel/excel.customxmlpartcollection */
const partsType = collectionType<PartObject>("CustomXmlPartCollection", since, keysOf, {
  Add: {
    since: 5,
    call: ({ state }: { state: WorkbookState }, xml: string): PartObject => {
      const part = { id: `{xml-${(state.lastId += 1)}}`, xml: checked(xml) };
      state.xmlParts.push(part);
      return { type: partType, state, part };
    },
  },
  GetByNamespace: {
    since: 5,
    call: ({ state }: { state: WorkbookState }, uri: string) => {
      if (!uri) throw itemNotFound("a namespace without a name");
      return { type: scopedType, state, items: partsIn(state, ({ xml }) => namespaceOf(xml) === uri) };
    },
  },
});

export const xmlPartsOf = (state: WorkbookState): HostObject =>
  ({ type: partsType, state, items: partsIn(state, () => true) }) as HostObject;
