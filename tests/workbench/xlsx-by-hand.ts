import { strToU8, zipSync } from "fflate";

export interface ByHand {
  /** Names as they stand in XML, and what is in `<worksheet>`. */
  sheets: [name: string, content: string][];
  /** What is in `<workbook>` before and behind the sheets. */
  before?: string;
  behind?: string;
  /** Other parts by their path. */
  parts?: Record<string, string>;
  /** Parts that a sheet refers to, with the last word of their type. */
  related?: Record<number, [kind: string, target: string][]>;
  styles?: string;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const relationships = (all: [kind: string, target: string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ([kind, target], i) =>
        `<Relationship Id="rId${i + 1}" Type="${relations}/${kind}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

/** An .xlsx file written by hand as ECMA-376 has it, with no more in it than a test asks for. */
export function xlsxByHand({
  sheets,
  before = "",
  behind = "",
  parts = {},
  related = {},
  styles,
}: ByHand): Uint8Array {
  const paths = sheets.map((_, i) => `worksheets/sheet${i + 1}.xml`);
  const overrides = [
    ["workbook.xml", "sheet.main"],
    ...paths.map((path) => [path, "worksheet"]),
    ...(styles === undefined ? [] : [["styles.xml", "styles"]]),
  ].map(([path, type]) => `<Override PartName="/xl/${path}" ContentType="${types}.${type}+xml"/>`);
  const all: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`,
    "_rels/.rels": relationships([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}">${before}<sheets>${sheets
      .map(([name], i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join("")}</sheets>${behind}</workbook>`,
    "xl/_rels/workbook.xml.rels": relationships([
      ...paths.map((path): [string, string] => ["worksheet", path]),
      ...(styles === undefined ? [] : [["styles", "styles.xml"] as [string, string]]),
    ]),
    ...(styles === undefined
      ? {}
      : { "xl/styles.xml": `<styleSheet xmlns="${main}">${styles}</styleSheet>` }),
    ...Object.fromEntries(
      sheets.map(([, content], i) => [
        `xl/${paths[i]}`,
        `<worksheet xmlns="${main}" xmlns:r="${relations}">${content}</worksheet>`,
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(related).map(([i, targets]) => [
        `xl/worksheets/_rels/sheet${Number(i) + 1}.xml.rels`,
        relationships(targets),
      ]),
    ),
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([path, text]) => [path, strToU8(text)])));
}
