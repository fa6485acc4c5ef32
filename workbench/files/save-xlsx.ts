import { Workbook, type TableColumnProperties, type Worksheet } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { columnLetters, rangeAddress, type Block } from "../engine/address";
import { isError, type CellValue } from "../engine/cell-value";
import type { ChartCells, ChartModel } from "../host/model/chart";
import { newTableStyle, optionsOf, type ColumnTotal } from "../host/model/table-options";
import { formulaOf } from "../host/model/named-item";
import type { WorkbookState } from "../host/workbook-state";
import { argbOf, styleOf } from "./file-looks";
import { withNames } from "./names-of-file";
import { isUnwritable, storedFormula } from "./stored-formula";
import { charactersOf, pointsOf } from "./units";

installChartSupport();

export interface Saved {
  bytes: Uint8Array;
  /** Formulas of which only the value is in the file: those with LET, LAMBDA or @. */
  asValue: number;
  /** What else of the workbook is not in the file, in Dutch. */
  leftOut: string[];
}

/** The workbook as an .xlsx file; a function of the add-in calculates in it once Excel has loaded the add-in. */
export async function saveXlsx(state: WorkbookState, namespace: string): Promise<Saved> {
  const { engine } = state;
  const file = new Workbook();
  let asValue = 0;
  for (const id of engine.sheetIds()) {
    const { rows, columns } = engine.frozen(id);
    const showGridLines = engine.showsGridlines(id);
    const sheet = file.addWorksheet(engine.sheetName(id), {
      state: engine.isHidden(id) ? "hidden" : "visible",
      views: [
        rows > 0 || columns > 0
          ? { state: "frozen", xSplit: columns, ySplit: rows, showGridLines }
          : { state: "normal", showGridLines },
      ],
    });
    addTables(sheet, state, id);
    asValue += addCells(sheet, state, id, namespace);
    addRules(sheet, state, id);
    state.comments
      .filter(({ sheetId }) => sheetId === id)
      .forEach(({ row, column, content }) => {
        const cell = sheet.getCell(row + 1, column + 1);
        cell.note = content;
        // excelts 10.2.0 reads only notes of cells that are written, for which they need a value or a style.
        cell.alignment ??= { vertical: "bottom" };
      });
    if (state.protectedSheets.has(id)) await sheet.protect(state.protectedSheets.get(id));
  }
  // After all cells: a chart keeps a copy of the figures that it draws.
  const isDrawn = ({ series }: ChartModel) => series.some(({ values }) => isThere(state, values));
  for (const chart of state.charts.filter(isDrawn)) {
    const sheet = file.getWorksheet(engine.sheetName(chart.sheetId));
    if (sheet) addChart(sheet, state, chart);
  }
  const empty = state.charts.filter((chart) => !isDrawn(chart));
  const shown = engine.sheetIds().indexOf(engine.activeSheet());
  file.views = [
    { x: 0, y: 0, width: 25_000, height: 15_000, firstSheet: 0, activeTab: shown, visibility: "visible" },
  ];
  const written = new Uint8Array(await file.xlsx.writeBuffer());
  const named = state.names.map((one) => ({ ...one, formula: formulaOf(state, one) }));
  const [names, others] = [
    named.filter(({ formula }) => !isUnwritable(formula)),
    named.filter(({ formula }) => isUnwritable(formula)),
  ];
  const bytes = withNames(
    written,
    names.map((one) => ({ ...one, text: storedFormula(one.formula, namespace) })),
  );
  return {
    bytes,
    asValue,
    leftOut: [
      ...(others.length > 0
        ? [`namen met LET, LAMBDA of @ (${others.map(({ name }) => name).join(", ")})`]
        : []),
      ...(empty.length > 0 ? [`grafieken zonder cijfers (${empty.map(({ name }) => name).join(", ")})`] : []),
      ...(state.validations.length > 0 ? ["gegevensvalidatie"] : []),
      ...(state.settings.size + state.documentSettings.size > 0
        ? ["instellingen van de invoegtoepassing"]
        : []),
      ...(state.xmlParts.length > 0 ? ["XML-delen van de invoegtoepassing"] : []),
    ],
  };
}

const addressOf = (block: Block) => rangeAddress("", block).replace(/^.*!/, "");

const storedValue = (value: CellValue) => (isError(value) ? { error: value.error as "#N/A" } : value);

function addCells(sheet: Worksheet, { engine }: WorkbookState, id: string, namespace: string): number {
  const used = engine.usedBlock(id);
  if (!used) return 0;
  const block = { ...used, startRow: 0, startColumn: 0 };
  const [values, formulas, looks] = [
    engine.values(id, block),
    engine.formulas(id, block),
    engine.looks(id, block),
  ];
  const spills = new Map(
    engine.spills(id).map((spill) => [`${spill.anchor.row} ${spill.anchor.column}`, spill.block]),
  );
  let asValue = 0;
  values.forEach((line, row) =>
    line.forEach((value, column) => {
      const style = styleOf(looks[row][column]);
      const formula = formulas[row][column];
      const isFormula = formula.startsWith("=") && !isUnwritable(formula);
      if (formula !== "" && !isFormula) asValue += 1;
      if (value === null && !isFormula && Object.keys(style).length === 0) return;
      const cell = sheet.getCell(row + 1, column + 1);
      const spill = spills.get(`${row} ${column}`);
      if (isFormula) {
        const result = storedValue(value) ?? undefined;
        const stored = { formula: storedFormula(formula, namespace), result };
        cell.value = spill
          ? { ...stored, shareType: "array", ref: addressOf(spill), isDynamicArray: true }
          : stored;
      } else cell.value = storedValue(value);
      Object.assign(cell, style);
    }),
  );
  for (let column = 0; column <= block.endColumn; column += 1)
    sheet.getColumn(column + 1).width = charactersOf(engine.columnWidth(id, column));
  for (let row = 0; row <= block.endRow; row += 1)
    sheet.getRow(row + 1).height = pointsOf(engine.rowHeight(id, row));
  return asValue;
}

function addTables(sheet: Worksheet, state: WorkbookState, id: string): void {
  const { engine } = state;
  for (const { id: tableId, name, sheet: own, block } of engine.tables()) {
    if (own !== id) continue;
    const head = engine.values(id, { ...block, endRow: block.startRow })[0];
    const options = optionsOf({ state, id: tableId });
    sheet.addTable({
      name,
      ref: addressOf({ ...block, endRow: block.startRow, endColumn: block.startColumn }),
      headerRow: true,
      totalsRow: options.totals !== null,
      style: {
        theme: state.tableStyles.get(tableId) ?? newTableStyle,
        showRowStripes: options.showBandedRows,
        showColumnStripes: options.showBandedColumns,
        showFirstColumn: options.highlightFirstColumn,
        showLastColumn: options.highlightLastColumn,
      },
      columns: head.map((text, i) => ({
        name: typeof text === "object" ? "" : String(text),
        // Excel drops a table of which the file hides every button, and excelts 10.2.0 cannot leave the filter out.
        filterButton: true,
        ...totalOf(options.totals?.[i]),
      })),
      // The cells come after this, from the sheet itself.
      rows: Array.from({ length: block.endRow - block.startRow }, () => head.map(() => null)),
    });
  }
}

const totalOf = (total: ColumnTotal | undefined): Partial<TableColumnProperties> =>
  total
    ? {
        totalsRowLabel: total.label,
        totalsRowFunction: total.function as TableColumnProperties["totalsRowFunction"],
        totalsRowFormula: total.formula,
      }
    : {};

const operators = {
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  GreaterThanOrEqual: "greaterThanOrEqual",
  LessThan: "lessThan",
  LessThanOrEqual: "lessThanOrEqual",
  Between: "between",
  NotBetween: "notBetween",
} as const;

function addRules(sheet: Worksheet, { conditionalFormats }: WorkbookState, id: string): void {
  conditionalFormats
    .filter(({ sheetId, rule }) => sheetId === id && rule.formula1 !== undefined)
    .forEach(({ type, rule, block, font, fill }, i) => {
      const formulae = [rule.formula1, rule.formula2]
        .filter((formula) => formula !== undefined && formula !== null)
        .map((formula) => String(formula).replace(/^=/, ""));
      const [ink, ground] = [argbOf(font.color), argbOf(fill.color)];
      const style = {
        font: { bold: font.bold, ...(ink ? { color: ink } : {}) },
        ...(ground
          ? {
              fill: { type: "pattern" as const, pattern: "solid" as const, fgColor: ground, bgColor: ground },
            }
          : {}),
      };
      const priority = i + 1;
      sheet.addConditionalFormatting({
        ref: addressOf(block),
        rules: [
          type === "Custom"
            ? { type: "expression", formulae, style, priority }
            : {
                type: "cellIs",
                operator: operators[rule.operator as keyof typeof operators],
                formulae,
                style,
                priority,
              },
        ],
      } as Parameters<Worksheet["addConditionalFormatting"]>[0]);
    });
}

const groupings: Record<string, "clustered" | "stacked" | "percentStacked"> = {
  Clustered: "clustered",
  Stacked: "stacked",
  Stacked100: "percentStacked",
};
const legendPlaces: Record<string, "t" | "l" | "b" | "r"> = { Top: "t", Left: "l", Bottom: "b", Right: "r" };

/** The figures of a chart go when their sheet is deleted: a chart without any is left out of the file. */
const isThere = ({ engine }: WorkbookState, cells: ChartCells | null): cells is ChartCells =>
  cells !== null && engine.sheetIds().includes(cells.sheetId);

function addChart(sheet: Worksheet, state: WorkbookState, chart: ChartModel): void {
  const { engine } = state;
  const { type, hasTitle, title, legend, valueAxis, categoryAxis, place } = chart;
  const reference = ({ sheetId, block }: ChartCells) => {
    const address = rangeAddress(engine.sheetName(sheetId), block);
    const at = address.lastIndexOf("!");
    return `${address.slice(0, at)}!${address.slice(at + 1).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
  };
  const [, direction, grouping] = /^(Column|Bar)(.*)$/.exec(type) ?? [];
  const isLine = direction === undefined;
  const axis = ({ numberFormat, minimum, maximum, title: text }: ChartModel["valueAxis"]) => ({
    numFmt: numberFormat,
    ...(minimum === null ? {} : { min: minimum }),
    ...(maximum === null ? {} : { max: maximum }),
    ...(text === "" ? {} : { title: text }),
  });
  sheet.addChart(
    {
      ...(isLine
        ? { type: "line" as const }
        : {
            type: "bar" as const,
            barDir: direction === "Bar" ? ("bar" as const) : ("col" as const),
            grouping: groupings[grouping],
            ...(grouping === "Clustered" ? {} : { overlap: 100 }),
          }),
      title: hasTitle ? title : null,
      showLegend: legend.visible,
      legendPosition: legendPlaces[legend.position] ?? "r",
      valueAxis: { ...axis(valueAxis), majorGridlines: true },
      categoryAxis: axis(categoryAxis),
      series: chart.series.flatMap(({ name, values, categories, fill, line }) =>
        isThere(state, values)
          ? [
              {
                name,
                values: reference(values),
                ...(isThere(state, categories) ? { categories: reference(categories) } : {}),
                ...(fill === null ? {} : { fill }),
                ...(line === null ? {} : { line }),
              },
            ]
          : [],
      ),
    },
    `${columnLetters(place.startColumn)}${place.startRow + 1}:${columnLetters(place.endColumn)}${place.endRow + 1}`,
  );
}
