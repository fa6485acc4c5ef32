import { Workbook, type Worksheet } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { cellsOfSheet, extentOf, numbersOf, type Cells } from "./cells-of-sheet";
import { dropUnreadableCharts, isBlock } from "./readable-charts";
import { leftOutOf } from "./left-out";
import { namesOfFile, type FileName } from "./names-of-file";
import { checkSize, NoWorkbook } from "./no-workbook";
import { notesOfSheet, type Note } from "./notes-of-file";
import { attribute, children, isOn, partsOf, type Element, type Parts } from "./parts";
import { giveRulesOneArea } from "./rule-areas";

installChartSupport();

/** A sheet of a file, read and checked; excelts' own sheet has its tables, rules and charts. */
export interface SheetContents {
  sheet: Worksheet;
  name: string;
  isHidden: boolean;
  cells: Cells;
  notes: Note[];
  /** Undefined where the file gives none. */
  widths: (number | undefined)[];
  heights: (number | undefined)[];
  showsGridlines: boolean;
  frozen: { rows: number; columns: number } | null;
  isProtected: boolean;
}

/** All that the workbench takes of a file. */
export interface FileContents {
  sheets: SheetContents[];
  names: FileName[];
  /** The sheet that was shown last. */
  active: number;
  /** What the workbench has no place for, in Dutch. */
  leftOut: string[];
}

export const leftOutCharts = "grafieken die hier niet te tekenen zijn";
export const leftOutRules = "een deel van de voorwaardelijke opmaak";

const unreadable =
  "Dit bestand is niet te lezen als werkmap. Kies een .xlsx-bestand zonder wachtwoord; een .xls-bestand slaat u eerst in Excel op als .xlsx.";

/**
 * Reads a file without touching what is open.
 *
 * @throws NoWorkbook
 */
export async function readXlsx(bytes: Uint8Array, functions: readonly string[]): Promise<FileContents> {
  try {
    const file = new Workbook();
    await file.xlsx.load(bytes);
    return contentsOf(file, partsOf(bytes), functions);
  } catch (error) {
    throw error instanceof NoWorkbook ? error : new NoWorkbook(unreadable, { cause: error });
  }
}

interface FileSheet {
  name: string;
  path: string;
}

function contentsOf(file: Workbook, parts: Parts, functions: readonly string[]): FileContents {
  const path = parts.related("").find(({ kind }) => kind === "officeDocument")?.path ?? "xl/workbook.xml";
  const workbook = parts.xml(path);
  const related = new Map(parts.related(path).map((one) => [one.id, one.path]));
  const listed = children(children(workbook, "sheets")[0], "sheet").map((one): FileSheet => ({
    name: attribute(one, "name") ?? "",
    path: related.get(attribute(one, "id") ?? "") ?? "",
  }));
  if (file.worksheets.length === 0) throw new NoWorkbook("In dit bestand staat geen werkblad.");
  const extents = file.worksheets.map(extentOf);
  checkSize(extents.reduce((sum, { rows, columns }) => sum + rows * columns, 0));
  const leftOut = leftOutOf(
    parts,
    path,
    listed.map((sheet) => sheet.path),
  );
  const names = file.worksheets.map(({ name }) => name);
  const sheets = file.worksheets.map((sheet, i) => {
    const own = listed.find(({ name }) => name === sheet.name)?.path ?? "";
    const { notes, answers } = notesOfSheet(parts, own);
    if (answers > 0) leftOut.push("antwoorden op opmerkingen");
    if (dropUnreadableCharts(sheet, names) > 0) leftOut.push(leftOutCharts);
    if (giveRulesOneArea(sheet) > 0) leftOut.push(leftOutRules);
    for (const { model } of sheet.getTables())
      if (!isBlock(model.tableRef ?? model.ref)) throw new NoWorkbook(unreadable);
    return sheetContents(sheet, parts, own, extents[i], functions, notes);
  });
  const shown = listed[activeTab(workbook)]?.name;
  const active = names.findIndex((name, i) => name === shown && !sheets[i].isHidden);
  return {
    sheets,
    names: namesOfFile(parts, path),
    active: Math.max(0, active < 0 ? sheets.findIndex(({ isHidden }) => !isHidden) : active),
    leftOut: [...new Set(leftOut)],
  };
}

const activeTab = (workbook: Element | undefined) =>
  Number(attribute(children(children(workbook, "bookViews")[0], "workbookView")[0], "activeTab") ?? 0);

function sheetContents(
  sheet: Worksheet,
  parts: Parts,
  path: string,
  extent: { rows: number; columns: number },
  functions: readonly string[],
  notes: Note[],
): SheetContents {
  let numbers: ReadonlyMap<string, number> | undefined;
  const cells = cellsOfSheet(sheet, extent, functions, () => (numbers ??= numbersOf(parts.text(path))));
  const xml = parts.xml(path);
  const [view] = children(children(xml, "sheetViews")[0], "sheetView");
  const [pane] = children(view, "pane");
  return {
    sheet,
    name: sheet.name,
    isHidden: sheet.state !== "visible",
    cells,
    notes,
    widths: span(Math.max(extent.columns, sheet.columns?.length ?? 0), (at) => sheet.getColumn(at + 1).width),
    heights: span(extent.rows, (at) => sheet.getRow(at + 1).height),
    showsGridlines: attribute(view, "showGridLines") === undefined || isOn(view, "showGridLines"),
    frozen: (attribute(pane, "state") ?? "").startsWith("frozen")
      ? { rows: Number(attribute(pane, "ySplit") ?? 0), columns: Number(attribute(pane, "xSplit") ?? 0) }
      : null,
    isProtected: isOn(children(xml, "sheetProtection")[0], "sheet"),
  };
}

const span = <T>(count: number, of: (at: number) => T) => Array.from({ length: count }, (_, at) => of(at));
