import { XMLParser, XMLValidator } from "fast-xml-parser";
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
  id: string;
}

/** A part that is looked up each time: its text changes, and it may be deleted. */
function found({ state, id }: PartObject): XmlPart {
  const part = state.xmlParts.find((one) => one.id === id);
  if (!part) throw itemNotFound(id);
  return part;
}

/** An element, with its name as a key beside its attributes; or a text between elements. */
type Node = Record<string, unknown> & { ":@"?: Record<string, string> };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseAttributeValue: false,
});

const invalid = (why: string) => new HostError("InvalidArgument", `The XML is not valid: ${why}`);

/** What is side by side in the text: without an element around it, the parser leaves out what is wrong there. */
function nodesOf(xml: string): Node[] {
  try {
    return (parser.parse(`<all>${xml}</all>`) as { all: Node[] }[])[0].all;
  } catch (error) {
    throw invalid(String(error));
  }
}

/** The namespace of the root: of its own prefix, or the default one. */
function namespaceOf(xml: string): string {
  const roots = nodesOf(xml).filter((node) => !Object.keys(node).some((name) => name.startsWith("?")));
  const names = roots.flatMap((node) => Object.keys(node).filter((name) => name !== ":@"));
  if (names.length !== 1 || names[0] === "#text") throw invalid("it has not one root.");
  const [prefix] = names[0].includes(":") ? names[0].split(":") : [""];
  const namespace = roots[0][":@"]?.[prefix === "" ? "xmlns" : `xmlns:${prefix}`];
  if (prefix !== "" && namespace === undefined) throw invalid(`${prefix} is the prefix of no namespace.`);
  return namespace ?? "";
}

/**
 * "Must be a valid XML fragment": https://learn.microsoft.com/javascript/api/excel/excel.customxmlpartcollection#excel-excel-customxmlpartcollection-add-member(1).
 * Assumed, to be confirmed in Excel: it has one root, the prefix of the root is declared, and other XML is an InvalidArgument.
 */
function checked(xml: unknown): string {
  if (typeof xml !== "string") throw invalid("it is no text.");
  const outcome = XMLValidator.validate(xml);
  if (outcome !== true) throw invalid(outcome.err.msg);
  namespaceOf(xml);
  return xml;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.customxmlpart */
const partType: ObjectType = {
  name: "CustomXmlPart",
  identity: ({ id }: PartObject) => ({ _Id: id, Id: id }),
  scalars: {
    Id: { since: 5, get: (part: PartObject) => found(part).id },
    NamespaceUri: { since: 5, get: (part: PartObject) => namespaceOf(found(part).xml) },
  },
  methods: {
    GetXml: { since: 5, call: (part: PartObject) => found(part).xml },
    SetXml: { since: 5, call: (part: PartObject, xml: unknown) => void (found(part).xml = checked(xml)) },
    Delete: {
      since: 5,
      call: (part: PartObject) => {
        const gone = found(part);
        part.state.xmlParts = part.state.xmlParts.filter((one) => one !== gone);
      },
    },
  },
};

const since = { getCount: 5, getItem: 5, getItemOrNullObject: 5 };
const keysOf = ({ id }: PartObject) => [id.toLowerCase()];

/** https://learn.microsoft.com/javascript/api/excel/excel.customxmlpartscopedcollection */
const scopedType = collectionType<PartObject>("CustomXmlPartScopedCollection", since, keysOf, {
  // "Otherwise, this method produces an error": excel.customxmlpartscopedcollection. Assumed, to be confirmed in Excel: with these codes.
  GetOnlyItem: {
    since: 5,
    call: ({ items }: { items: () => PartObject[] }) => {
      const [first, ...others] = items();
      if (others.length > 0) throw new HostError("InvalidOperation", "There is more than one part.");
      if (!first) throw itemNotFound("a part of this namespace");
      return first;
    },
  },
  // "Exactly one item", otherwise null: excel.customxmlpartscopedcollection.
  GetOnlyItemOrNullObject: {
    since: 5,
    call: ({ items }: { items: () => PartObject[] }) => (items().length === 1 ? items()[0] : nullObject),
  },
});

const partsIn = (state: WorkbookState, isWanted: (part: XmlPart) => boolean) => () =>
  state.xmlParts.filter(isWanted).map(({ id }): PartObject => ({ type: partType, state, id }));

/** https://learn.microsoft.com/javascript/api/excel/excel.customxmlpartcollection */
const partsType = collectionType<PartObject>("CustomXmlPartCollection", since, keysOf, {
  Add: {
    since: 5,
    call: ({ state }: { state: WorkbookState }, xml: unknown): PartObject => {
      const part = { id: `{xml-${(state.lastId += 1)}}`, xml: checked(xml) };
      state.xmlParts.push(part);
      return { type: partType, state, id: part.id };
    },
  },
  GetByNamespace: {
    since: 5,
    call: ({ state }: { state: WorkbookState }, uri: unknown) => {
      // Word refuses it so, by design: https://github.com/OfficeDev/office-js/issues/2580.
      // Assumed, to be confirmed in Excel: so does Excel.
      if (typeof uri !== "string" || uri === "")
        throw new HostError("InvalidArgument", "A namespace is a text that is not empty.");
      return { type: scopedType, state, items: partsIn(state, ({ xml }) => namespaceOf(xml) === uri) };
    },
  },
});

export const xmlPartsOf = (state: WorkbookState): HostObject =>
  ({ type: partsType, state, items: partsIn(state, () => true) }) as HostObject;
