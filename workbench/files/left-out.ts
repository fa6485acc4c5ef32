import { attribute, children, isOn, type Element, type Parts } from "./parts";

/** By the path of a part of the file. */
const ofPaths: [RegExp, string][] = [
  [/vbaProject\.bin$/, "macro's"],
  [/\/pivotTables\//, "draaitabellen"],
  [/\/media\//, "afbeeldingen"],
  [/\/chartEx\d*\.xml$|\/chartsheets\//, "soorten grafieken die hier niet zijn"],
  [/\/slicers\//, "slicers"],
  [/\/timelines\//, "tijdlijnen"],
  [/\/externalLinks\//, "koppelingen met andere werkmappen"],
  [/\/connections\.xml$|\/queryTables\//, "verbindingen met gegevens"],
  [/\/ctrlProps\/|\/activeX\//, "besturingselementen"],
  [/^customXml\/item\d+\.xml$/, "XML-delen van invoegtoepassingen"],
  [/\/richData\//, "gegevenstypen en afbeeldingen in cellen"],
];

/** By an element of a sheet: CT_Worksheet. */
const ofElements: [string, string][] = [
  ["mergeCells", "het samenvoegen van cellen"],
  ["dataValidations", "gegevensvalidatie"],
  ["autoFilter", "filters"],
  ["hyperlinks", "koppelingen (de tekst staat er)"],
  ["protectedRanges", "uitzonderingen op de beveiliging"],
  ["scenarios", "scenario's"],
  ["headerFooter", "kop- en voetteksten"],
];

/** By an element of an extension of a sheet: https://learn.microsoft.com/openspecs/office_standards/ms-xlsx/ */
const ofExtensions: [string, string][] = [
  ["conditionalFormattings", "een deel van de voorwaardelijke opmaak"],
  ["dataValidations", "gegevensvalidatie"],
  ["sparklineGroups", "sparklines"],
];

const has = (element: Element | undefined, name: string) => children(element, name).length > 0;

/** What the workbench has no place for, seen in the parts of a file; each in Dutch, once. */
export function leftOutOf(parts: Parts, workbookPath: string, sheetPaths: string[]): string[] {
  const workbook = parts.xml(workbookPath);
  const [properties] = children(workbook, "workbookPr");
  return [
    ...ofPaths.filter(([pattern]) => parts.paths.some((path) => pattern.test(path))).map(([, what]) => what),
    ...(has(workbook, "workbookProtection") ? ["de beveiliging van de werkmap"] : []),
    ...(isOn(properties, "date1904") ? ["het tellen van datums vanaf 1904"] : []),
    ...sheetPaths.flatMap((path) => ofSheet(parts, path)),
    ...ofStyles(parts.xml("xl/styles.xml")),
  ].filter((what, at, all) => all.indexOf(what) === at);
}

function ofSheet(parts: Parts, path: string): string[] {
  const sheet = parts.xml(path);
  const extensions = children(children(sheet, "extLst")[0], "ext");
  const columns = children(children(sheet, "cols")[0], "col");
  const cells = String(parts.text(path).match(/<sheetData[\s\S]*<\/sheetData>/)?.[0] ?? "");
  const drawings = parts.related(path).filter(({ kind }) => kind === "drawing");
  return [
    ...ofElements.filter(([name]) => has(sheet, name)).map(([, what]) => what),
    ...ofExtensions
      .filter(([name]) => extensions.some((extension) => has(extension, name)))
      .map(([, what]) => what),
    ...(drawings.some((one) => /<(?:\w+:)?(?:sp|cxnSp|grpSp)[ >]/.test(parts.text(one.path)))
      ? ["vormen en tekstvakken"]
      : []),
    ...(columns.some((column) => isOn(column, "hidden")) || /<row\b[^>]*\bhidden="(?:1|true)"/.test(cells)
      ? ["het verbergen van rijen en kolommen"]
      : []),
    ...(columns.some((column) => (attribute(column, "style") ?? "0") !== "0") ||
    /<row\b[^>]*\bcustomFormat="(?:1|true)"/.test(cells)
      ? ["opmaak van hele rijen en kolommen"]
      : []),
    ...(/<row\b[^>]*\boutlineLevel=/.test(cells) ||
    columns.some((column) => attribute(column, "outlineLevel") !== undefined)
      ? ["groepen van rijen en kolommen"]
      : []),
    ...(/<f\b[^>]*\bt="dataTable"/.test(cells) ? ["gegevenstabellen (de waarden staan er)"] : []),
    // An array formula of before the dynamic ones has no metadata: ECMA-376, part 1, 18.3.1.40, and its attribute cm.
    ...(/<c\b(?![^>]*\bcm=)[^>]*>\s*<f\b[^>]*\bt="array"/.test(cells)
      ? ["vaste matrixformules (zij lopen nu over)"]
      : []),
  ];
}

function ofStyles(styles: Element | undefined): string[] {
  const used = children(children(styles, "cellXfs")[0], "xf");
  const all = (list: string, one: string) => children(children(styles, list)[0], one);
  const [borders, fonts, fills] = [all("borders", "border"), all("fonts", "font"), all("fills", "fill")];
  const usedOf = (of: Element[], id: string) => used.map((xf) => of[Number(attribute(xf, id) ?? 0)]);
  const hasLine = (border: Element | undefined) =>
    ["left", "right", "top", "bottom", "diagonal"].some((side) =>
      children(border, side).some((line) => !["none", undefined].includes(attribute(line, "style"))),
    );
  const ofTheme = (color: Element) => !["1", undefined].includes(attribute(color, "theme"));
  const inks = usedOf(fonts, "fontId").flatMap((font) => children(font, "color"));
  const grounds = usedOf(fills, "fillId").flatMap((fill) =>
    children(fill, "patternFill").flatMap((pattern) => children(pattern, "fgColor")),
  );
  return [
    ...(usedOf(borders, "borderId").some(hasLine) ? ["randen"] : []),
    ...(inks.some(ofTheme) || grounds.some((color) => attribute(color, "theme") !== undefined)
      ? ["kleuren van het thema"]
      : []),
  ];
}
