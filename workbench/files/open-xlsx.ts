import type { Worksheet } from "@cj-tech-master/excelts";
import { newCommentId } from "../host/model/comment";
import { show, type Comparison } from "../host/model/conditional-format";
import { define } from "../host/model/named-item";
import { blockAt } from "../host/model/addresses";
import { newTable } from "../host/model/table-options";
import type { WorkbookState } from "../host/workbook-state";
import { chartsOfFile } from "./charts-of-file";
import {
  leftOutCharts,
  leftOutRules,
  readXlsx,
  type FileContents,
  type SheetContents,
} from "./file-contents";
import { lookOf } from "./file-looks";
import type { FileName } from "./names-of-file";
import { typedFormula } from "./stored-formula";
import { pixelsOf, pixelsWide } from "./units";

export { readXlsx } from "./file-contents";
export { NoWorkbook } from "./no-workbook";

/**
 * Puts a workbook of an .xlsx file in the place of the one that is open; a file that cannot be read leaves it as it was.
 *
 * @param functions the names of the add-in's functions, with their namespace
 * @returns what of the file the workbench has no place for, in Dutch
 * @throws NoWorkbook
 */
export const openXlsx = async (
  state: WorkbookState,
  bytes: Uint8Array,
  functions: readonly string[],
): Promise<string[]> => replaceWorkbook(state, await readXlsx(bytes, functions), functions);

/** As `openXlsx`, of a file that was read and found good. */
export async function replaceWorkbook(
  state: WorkbookState,
  { sheets, names, active, leftOut }: FileContents,
  functions: readonly string[],
): Promise<string[]> {
  const { engine } = state;
  const ids = replaceSheets(
    state,
    sheets.map(({ name }) => name),
  );
  // Formulas come last, when all that they refer to is there.
  sheets.forEach((contents, i) => addCells(state, contents, ids[i]));
  for (const [i, { sheet }] of sheets.entries())
    if (!(await isDone(() => addTables(state, sheet, ids[i])))) leftOut.push("tabellen (de cellen staan er)");
  const tables = sheets.reduce((sum, { sheet }) => sum + sheet.getTables().length, 0);
  if (engine.tables().length < tables) leftOut.push("tabellen (de cellen staan er)");
  leftOut.push(...addNames(state, names, functions));
  // All at once: between two of them Univer would begin to calculate.
  for (const [i, { cells }] of sheets.entries())
    if (cells.formulas.length > 0) engine.write(ids[i], 0, 0, cells.formulas);
  for (const [i, { sheet, isProtected, showsGridlines, frozen }] of sheets.entries()) {
    const rules = sheet.conditionalFormattings.reduce((sum, one) => sum + one.rules.length, 0);
    const before = state.conditionalFormats.length;
    if (
      !(await isDone(() => addRules(state, sheet, ids[i]))) ||
      state.conditionalFormats.length - before < rules
    )
      leftOut.push(leftOutRules);
    const charts = state.charts.length;
    await isDone(() => void state.charts.push(...chartsOfFile(state, sheet, ids[i])));
    if (state.charts.length - charts < sheet.getCharts().length) leftOut.push(leftOutCharts);
    if (isProtected) {
      state.protectedSheets.set(ids[i], "");
      leftOut.push(
        "het wachtwoord en de uitzonderingen van beveiligde bladen (zij zijn nu beveiligd zonder)",
      );
    }
    if (!showsGridlines) engine.setGridlines(ids[i], false);
    if (frozen) engine.freeze(ids[i], frozen.rows, frozen.columns);
  }
  engine.activate(ids[active]);
  sheets.forEach(({ isHidden }, i) => {
    if (isHidden && i !== active) engine.setHidden(ids[i], true);
  });
  engine.calculateAll();
  return [...new Set(leftOut)];
}

/** What one part of a file cannot have, costs that part only: the workbook that was open is gone by now. */
async function isDone(work: () => void | Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}

/** Names of the workbook; those of one sheet would become names of all, and Excel's own are not for users. */
function addNames(state: WorkbookState, names: FileName[], functions: readonly string[]): string[] {
  const own = names.filter(({ name }) => !name.startsWith("_xl"));
  const isBad = ({ name, text, comment }: FileName) => {
    try {
      define(state, name, typedFormula(text, functions), comment);
      return false;
    } catch {
      return true;
    }
  };
  const global = own.filter(({ isLocal }) => !isLocal);
  const listed = (of: FileName[]) => [...new Set(of.map(({ name }) => name))].join(", ");
  const local = own.filter(({ isLocal }) => isLocal);
  const bad = global.filter(isBad);
  return [
    ...(local.length > 0 ? [`namen van één blad (${listed(local)})`] : []),
    ...(bad.length > 0 ? [`namen die de werkbank niet kan lezen (${listed(bad)})`] : []),
    ...(global.some(({ isHidden }) => isHidden) ? ["het verbergen van namen"] : []),
    ...(names.some(({ name }) => /^_xlnm\.Print_/.test(name)) ? ["afdrukbereiken"] : []),
  ];
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

function addCells(state: WorkbookState, contents: SheetContents, id: string): void {
  const { engine, comments } = state;
  const { cells, notes, widths, heights } = contents;
  if (cells.values.length > 0) {
    engine.write(id, 0, 0, cells.values);
    engine.paint(id, 0, 0, cells.looks);
  }
  for (const { row, column, text } of notes)
    comments.push({
      id: newCommentId(state),
      sheetId: id,
      row,
      column,
      content: text,
      created: null,
      isResolved: false,
    });
  runsOf(widths).forEach(({ value, first, count }) =>
    engine.setColumnWidths(id, first, count, pixelsWide(value)),
  );
  runsOf(heights).forEach(({ value, first, count }) =>
    engine.setRowHeights(id, first, count, pixelsOf(value)),
  );
}

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

/** Rules with a comparison or a formula, each over one area by now; others are not shown. */
function addRules(state: WorkbookState, sheet: Worksheet, sheetId: string): void {
  const rules = sheet.conditionalFormattings
    .flatMap(({ ref, rules: own }) => (own as unknown as FileRule[]).map((rule) => ({ ref, rule })))
    .filter(
      ({ rule: { type, operator } }) => type === "expression" || operators[operator ?? ""] !== undefined,
    )
    .sort((a, b) => (a.rule.priority ?? 0) - (b.rule.priority ?? 0));
  for (const { ref, rule } of rules) {
    const [formula1, formula2] = (rule.formulae ?? []).map((formula) => `=${String(formula)}`);
    const { fill, ...style } = rule.style ?? {};
    // The fill of a rule is in its background color.
    const ground = fill && {
      type: "pattern" as const,
      pattern: "solid" as const,
      fgColor: fill.bgColor ?? fill.fgColor,
    };
    const look = lookOf({ ...style, ...(ground ? { fill: ground } : {}) } as Parameters<typeof lookOf>[0]);
    state.conditionalFormats.push({
      id: `{rule-${(state.lastId += 1)}}`,
      sheetId,
      block: blockAt(ref),
      type: rule.type === "expression" ? "Custom" : "CellValue",
      rule: { formula1, formula2: formula2 ?? null, operator: operators[rule.operator ?? ""] },
      font: { ...(look.cl?.rgb ? { color: look.cl.rgb } : {}), ...(look.bl ? { bold: true } : {}) },
      fill: look.bg?.rgb ? { color: look.bg.rgb } : {},
    });
  }
  show(state, sheetId);
}
