import { XMLParser } from "fast-xml-parser";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** An element of XML: its attributes by their names with `@` before them, its text, and lists of its children. */
export interface Element {
  readonly [name: string]: string | Element[] | undefined;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  removeNSPrefix: true,
  alwaysCreateTextNode: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  // The cells, which excelts reads.
  stopNodes: ["worksheet.sheetData"],
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

export const attribute = (element: Element | undefined, name: string): string | undefined => {
  const value = element?.[`@${name}`];
  return typeof value === "string" ? value : undefined;
};

export const isOn = (element: Element | undefined, name: string): boolean =>
  ["1", "true", "on"].includes(attribute(element, name) ?? "");

export const children = (element: Element | undefined, name: string): Element[] => {
  const found = element?.[name];
  return Array.isArray(found) ? found : [];
};

export const textOf = (element: Element | undefined): string => {
  const text = element?.["#text"];
  return typeof text === "string" ? text : "";
};

/** The parts of a file of Office, which is a zip file. */
export interface Parts {
  paths: string[];
  text(path: string): string;
  /** The root of an XML part; undefined when the part is not there. */
  xml(path: string): Element | undefined;
  /** What a part refers to: the kind of each part, the last word of its type, and its path. */
  related(path: string): { id: string; kind: string; path: string }[];
}

export function partsOf(bytes: Uint8Array): Parts {
  const files = unzipSync(bytes);
  const text = (path: string) => (path in files ? strFromU8(files[path]) : "");
  const xml = (path: string): Element | undefined => {
    if (!(path in files)) return undefined;
    const document = parser.parse(text(path)) as Element;
    const root = Object.keys(document).find((name) => !/^[?#@]/.test(name));
    return root === undefined ? undefined : children(document, root)[0];
  };
  return {
    paths: Object.keys(files),
    text,
    xml,
    related: (path) => {
      const at = path.lastIndexOf("/") + 1;
      const folder = path.slice(0, at);
      return children(xml(`${folder}_rels/${path.slice(at)}.rels`), "Relationship").map((one) => ({
        id: attribute(one, "Id") ?? "",
        kind: (attribute(one, "Type") ?? "").split("/").at(-1) ?? "",
        // A target is relative to the folder of the part: ECMA-376, part 2, 9.3.
        path: new URL(attribute(one, "Target") ?? "", `http://file/${folder}`).pathname.slice(1),
      }));
    },
  };
}

/** The same file, with another text in one part. */
export function withPart(bytes: Uint8Array, path: string, change: (text: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  return zipSync({ ...files, [path]: strToU8(change(strFromU8(files[path]))) });
}

export const escapedXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
