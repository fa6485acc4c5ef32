import { attribute, children, escapedXml, isOn, textOf, withPart, type Parts } from "./parts";

/** A defined name as the file has it; ECMA-376, part 1, 18.2.5. excelts keeps names as addresses, which not all are. */
export interface FileName {
  name: string;
  /** Without `=`. */
  text: string;
  /** Of one sheet only. */
  isLocal: boolean;
  isHidden: boolean;
  comment: string;
}

export const namesOfFile = (parts: Parts, workbook: string): FileName[] =>
  children(children(parts.xml(workbook), "definedNames")[0], "definedName").map((element) => ({
    name: attribute(element, "name") ?? "",
    text: textOf(element).trim(),
    isLocal: attribute(element, "localSheetId") !== undefined,
    isHidden: isOn(element, "hidden"),
    comment: attribute(element, "comment") ?? "",
  }));

/** A workbook that excelts wrote, with these names; their formulas are as a file has them. */
export function withNames(
  bytes: Uint8Array,
  names: { name: string; text: string; comment?: string }[],
): Uint8Array {
  if (names.length === 0) return bytes;
  const elements = names.map(({ name, text, comment = "" }) => {
    const remark = comment === "" ? "" : ` comment="${escapedXml(comment)}"`;
    return `<definedName name="${escapedXml(name)}"${remark}>${escapedXml(text)}</definedName>`;
  });
  // They come behind the sheets: CT_Workbook.
  return withPart(bytes, "xl/workbook.xml", (xml) =>
    xml.replace("</sheets>", () => `</sheets><definedNames>${elements.join("")}</definedNames>`),
  );
}
