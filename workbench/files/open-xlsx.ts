import { Workbook, type Cell, type Worksheet } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import type { Block } from "../engine/address";
import type { CellInput } from "../engine/cell-value";
import { newCommentId } from "../host/model/comment";
import { show, type Comparison } from "../host/model/conditional-format";
import { define } from "../host/model/named-item";
import { blockAt } from "../host/model/addresses";
import { newTable } from "../host/model/table-options";
import type { WorkbookState } from "../host/workbook-state";
import { chartsOfFile } from "./charts-of-file";
import { lookOf } from "./file-looks";
import { typedFormula } from "./stored-formula";
import { pixelsOf, pixelsWide } from "./units";

installChartSupport();

/** A sentence for the user: why the file cannot be opened. */
export class NoWorkbook extends Error {}

/** Of a workbook this large the page would be busy for minutes. */
const mostCells = 500_000;

/**
 * Puts a workbook of an .xlsx file in the place of the one that is open; a file that cannot be read leaves it as it was.
 *
 * @param functions the names of the add-in's functions, with their namespace
 * @throws NoWorkbook
 */
export async function openXlsx(
  state: WorkbookState,
  bytes: Uint8Array,
  functions: readonly string[],
): Promise<void> {
  const file = new Workbook();
  await file.xlsx.load(bytes as never).catch(() => {
    throw new NoWorkbook(
      "Dit bestand is niet te lezen als werkmap. Kies een .xlsx-bestand zonder wachtwoord; een .xls-bestand slaat u eerst in Excel op als .xlsx.",
    );
  });
  const sheets = file.worksheets;
  if (sheets.length === 0) throw new NoWorkbook("In dit bestand staat geen werkblad.");
  const size = sheets.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0);
  if (size > mostCells)
    throw new NoWorkbook(
      `Deze werkmap heeft ${size.toLocaleString("nl-NL")} cellen; de werkbank neemt er hoogstens ${mostCells.toLocaleString("nl-NL")}.`,
    );
  const ids = replaceSheets(
    state,
    sheets.map(({ name }) => name),
  );
  // Formulas come last, when all that they refer to is there.
  sheets.forEach((sheet, i) => addCells(state, sheet, ids[i], functions, false));
  for (const [i, sheet] of sheets.entries()) await addTables(state, sheet, ids[i]);
  for (const { name, ranges, hidden } of file.definedNames.model)
    if (ranges.length === 1 && !hidden && !name.startsWith("_xl")) define(state, name, `=${ranges[0]}`);
  sheets.forEach((sheet, i) => {
    addCells(state, sheet, ids[i], functions, true);
    addRules(state, sheet, ids[i]);
    state.charts.push(...chartsOfFile(state, sheet, ids[i]));
    if (sheet.sheetProtection) state.protectedSheets.set(ids[i], "");
    const [view] = sheet.views;
    if (view?.showGridLines === false) state.engine.setGridlines(ids[i], false);
    if (view?.state === "frozen") state.engine.freeze(ids[i], view.ySplit ?? 0, view.xSplit ?? 0);
  });
  const firstShown = Math.max(
    0,
    sheets.findIndex((sheet) => sheet.state === "visible"),
  );
  state.engine.activate(ids[firstShown]);
  sheets.forEach((sheet, i) => {
    if (sheet.state !== "visible" && i !== firstShown) state.engine.setHidden(ids[i], true);
  });
  state.engine.calculateAll();
}

/** Takes all away, and gives the ids of new sheets with these names. */
function replaceSheets(state: WorkbookState, names: string[]): string[] {
  const { engine } = state;
  state.names.forEach(({ name }) => engine.removeName(name));
  Object.assign(state, {
    conditionalFormats: [],
    charts: [],
    names: [],
    comments: [],
    validations: [],
    xmlParts: [],
  });
  for (const kept of [
    state.settings,
    state.documentSettings,
    state.protectedSheets,
    state.tableOptions,
    state.tableStyles,
  ])
    kept.clear();
  const old = engine.sheetIds();
  old.forEach((id, i) => engine.renameSheet(id, `oud ${i} ${Date.now()}`));
  const ids = names.map((name) => engine.addSheet(name));
  engine.activate(ids[0]);
  old.forEach((id) => engine.removeSheet(id));
  return ids;
}

const dayMs = 86_400_000;
/** 1 January 1970, counted from 30 December 1899. */
const unixDay = 25_569;

/** What a user would type to get the value of the cell. */
function inputOf({ value }: Cell): CellInput {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.getTime() / dayMs + unixDay;
  // As text, with what a user would type before it: a text of a file is never a formula.
  if (typeof value === "string") return `'${value}`;
  if (typeof value !== "object") return value;
  if ("error" in value) return `=${String(value.error)}`;
  if ("richText" in value) return `'${(value.richText ?? []).map(({ text }) => text).join("")}`;
  if ("hyperlink" in value) return `'${String(value.text)}`;
  return null;
}

function addCells(
  state: WorkbookState,
  sheet: Worksheet,
  id: string,
  functions: readonly string[],
  formulas: boolean,
): void {
  const { engine } = state;
  if (!formulas) addNotes(state, sheet, id);
  const [rows, columns] = [sheet.rowCount, sheet.columnCount];
  if (rows === 0 || columns === 0) return;
  const spilled: Block[] = [];
  const inputs: CellInput[][] = [];
  for (let row = 0; row < rows; row += 1) {
    const cells: CellInput[] = [];
    for (let column = 0; column < columns; column += 1) {
      const cell = sheet.getCell(row + 1, column + 1);
      const isSpilled = spilled.some(
        (block) =>
          block.startRow <= row &&
          row <= block.endRow &&
          block.startColumn <= column &&
          column <= block.endColumn,
      );
      const formula = cell.formula;
      const { ref } = (cell.value ?? {}) as { ref?: string };
      if (formula && ref) spilled.push(blockAt(ref));
      if (formulas) cells.push(formula ? typedFormula(formula, functions) : null);
      else cells.push(formula || isSpilled ? null : inputOf(cell));
    }
    inputs.push(cells);
  }
  engine.write(id, 0, 0, inputs);
  if (formulas) return;
  engine.paint(
    id,
    0,
    0,
    inputs.map((line, row) => line.map((_, column) => lookOf(sheet.getCell(row + 1, column + 1).style))),
  );
  const widths = line(columns, (column) => sheet.getColumn(column + 1).width);
  runsOf(widths).forEach(({ value, first, count }) =>
    engine.setColumnWidths(id, first, count, pixelsWide(value)),
  );
  const heights = line(rows, (row) => sheet.getRow(row + 1).height);
  runsOf(heights).forEach(({ value, first, count }) =>
    engine.setRowHeights(id, first, count, pixelsOf(value)),
  );
}

/** The notes of a file become comments, also at cells in which nothing is. */
function addNotes(state: WorkbookState, sheet: Worksheet, sheetId: string): void {
  sheet.eachRow({ includeEmpty: true }, (line) =>
    line.eachCell({ includeEmpty: true }, ({ note, row, col }) => {
      if (!note) return;
      state.comments.push({
        id: newCommentId(state),
        sheetId,
        row: Number(row) - 1,
        column: Number(col) - 1,
        content: typeof note === "string" ? note : (note.texts ?? []).map(({ text }) => text).join(""),
        created: null,
        isResolved: false,
      });
    }),
  );
}

const line = <T>(count: number, of: (at: number) => T) => Array.from({ length: count }, (_, at) => of(at));

/** What is the same for some columns or rows in a row; those without a size are left out. */
function runsOf(sizes: (number | undefined)[]): { value: number; first: number; count: number }[] {
  const runs: { value: number; first: number; count: number }[] = [];
  sizes.forEach((value, at) => {
    const last = runs.at(-1);
    if (value === undefined) return;
    if (last?.value === value && last.first + last.count === at) last.count += 1;
    else runs.push({ value, first: at, count: 1 });
  });
  return runs;
}

/**
 * Its tables with their looks and their totals row. One that hides its heads stays as cells: the workbench has tables with heads
 * only.
 */
async function addTables(state: WorkbookState, sheet: Worksheet, id: string): Promise<void> {
  for (const { model } of sheet.getTables()) {
    if (model.headerRow === false) continue;
    const whole = blockAt(model.tableRef ?? model.ref);
    const last = model.totalsRow ? whole.endRow - 1 : whole.endRow;
    const block = { ...whole, endRow: Math.max(last, whole.startRow + 1) };
    const made = await state.engine.addTable(id, model.name, block);
    const { style = {}, columns } = model;
    if (style.theme) state.tableStyles.set(made, style.theme);
    state.tableOptions.set(made, {
      ...newTable,
      showBandedRows: style.showRowStripes ?? false,
      showBandedColumns: style.showColumnStripes ?? false,
      highlightFirstColumn: style.showFirstColumn ?? false,
      highlightLastColumn: style.showLastColumn ?? false,
      showFilterButton: columns.some(({ filterButton }) => filterButton !== false),
      totals: model.totalsRow
        ? columns.map(({ totalsRowLabel, totalsRowFunction, totalsRowFormula }) => ({
            label: totalsRowLabel,
            function: totalsRowFunction,
            formula: totalsRowFormula,
          }))
        : null,
    });
  }
}

const operators: Record<string, Comparison | undefined> = {
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  greaterThanOrEqual: "GreaterThanOrEqual",
  lessThan: "LessThan",
  lessThanOrEqual: "LessThanOrEqual",
  between: "Between",
  notBetween: "NotBetween",
};

interface FileRule {
  type: string;
  operator?: string;
  formulae?: unknown[];
  priority?: number;
  style?: Parameters<typeof lookOf>[0] & { fill?: { bgColor?: unknown; fgColor?: unknown } };
}

/** A formula without the texts in it. */
const bare = (formula: unknown) => String(formula).replace(/"(?:[^"]|"")*"/g, "");

/** Rules with a comparison or a formula; others are not shown. */
function addRules(state: WorkbookState, sheet: Worksheet, sheetId: string): void {
  const rules = sheet.conditionalFormattings
    .flatMap(({ ref, rules: own }) => (own as unknown as FileRule[]).map((rule) => ({ ref, rule })))
    .filter(
      ({ rule: { type, operator } }) => type === "expression" || operators[operator ?? ""] !== undefined,
    )
    .sort((a, b) => (a.rule.priority ?? 0) - (b.rule.priority ?? 0));
  for (const { ref, rule } of rules) {
    const areas = ref.split(" ");
    // Written for the first of its cells, a formula that looks at others is another one for each block.
    const looksAround = (rule.formulae ?? []).some((formula) => /\$?[A-Z]{1,3}\$?\d/i.test(bare(formula)));
    if (areas.length > 1 && looksAround) continue;
    const [formula1, formula2] = (rule.formulae ?? []).map((formula) => `=${String(formula)}`);
    const { fill, ...style } = rule.style ?? {};
    // The fill of a rule is in its background color.
    const ground = fill && {
      type: "pattern" as const,
      pattern: "solid" as const,
      fgColor: fill.bgColor ?? fill.fgColor,
    };
    const look = lookOf({ ...style, ...(ground ? { fill: ground } : {}) } as Parameters<typeof lookOf>[0]);
    for (const area of areas)
      state.conditionalFormats.push({
        id: `{rule-${(state.lastId += 1)}}`,
        sheetId,
        block: blockAt(area),
        type: rule.type === "expression" ? "Custom" : "CellValue",
        rule: { formula1, formula2: formula2 ?? null, operator: operators[rule.operator ?? ""] },
        font: { ...(look.cl?.rgb ? { color: look.cl.rgb } : {}), ...(look.bl ? { bold: true } : {}) },
        fill: look.bg?.rgb ? { color: look.bg.rgb } : {},
      });
  }
  show(state, sheetId);
}
