import { blockAt } from "../host/model/addresses";
import { attribute, children, textOf, type Element, type Parts } from "./parts";

export interface Note {
  row: number;
  column: number;
  text: string;
}

/** Plain, or in runs that each look different: CT_Rst. */
const plain = (rich: Element | undefined): string =>
  [...children(rich, "t"), ...children(rich, "r").flatMap((run) => children(run, "t"))].map(textOf).join("");

/**
 * The notes of a sheet and its comments, of which a file has a copy as a note; excelts loses those of empty cells. Of
 * a comment with answers it is the first: https://learn.microsoft.com/openspecs/office_standards/ms-xlsx/a9274b3c-51e9-442f-b5c0-2c5ba5f0b9a2
 */
export function notesOfSheet(parts: Parts, sheetPath: string): { notes: Note[]; answers: number } {
  const related = parts.related(sheetPath);
  const of = (kind: string, root: (element: Element | undefined) => Element[]) =>
    related.filter((one) => one.kind === kind).flatMap(({ path }) => root(parts.xml(path)));
  const threads = of("threadedComment", (xml) => children(xml, "threadedComment"));
  const firstOf = new Map(
    threads
      .filter((one) => attribute(one, "parentId") === undefined)
      .map((one) => [attribute(one, "ref"), textOf(children(one, "text")[0])]),
  );
  const notes = of("comments", (xml) => children(children(xml, "commentList")[0], "comment")).map((one) => {
    const ref = attribute(one, "ref") ?? "";
    const { startRow, startColumn } = blockAt(ref);
    return { row: startRow, column: startColumn, text: firstOf.get(ref) ?? plain(children(one, "text")[0]) };
  });
  return { notes, answers: threads.length - firstOf.size };
}
