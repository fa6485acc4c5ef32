import { blocksOfEqual, type EqualBlock } from "./blocks-of-equal";
import { inputsOf } from "./cell-inputs";
import { pointsOfCharacters } from "./column-width";
import { looks, seriesColors, tones, type Look } from "./looks";
import { BYTES_OF_CALL, piecesOf, type Step } from "./payload";
import {
  numberFormats,
  type CellStyle,
  type ChartPlan,
  type ConditionalFormat,
  type NumberFormat,
  type SheetPlan,
  type SheetRange,
} from "./plan";
import { rowHeights } from "./row-heights";

/** A rule or a chart takes many calls. */
const CALLS_OF_OBJECT = 20;

/** What makes an empty sheet of Excel the planned one, in steps that can be divided over requests. */
export function sheetSteps(context: Excel.RequestContext, plan: SheetPlan): Step[] {
  const sheet = context.workbook.worksheets.getItem(plan.name);
  const calls = (count: number, apply: () => void): Step => ({ bytes: count * BYTES_OF_CALL, apply });
  const over = <T>(block: EqualBlock<T>) =>
    sheet.getRangeByIndexes(block.row, block.column, block.rows, block.columns);

  return [
    // Formats before contents: Excel gives a formula without one the format of the cells that it reads.
    ...formatBlocks(plan).map((block) =>
      calls(2, () => setNumberFormat(over(block), numberFormats[block.value])),
    ),
    ...styleBlocks(plan).map((block) => calls(6, () => applyLook(over(block).format, looks[block.value]))),
    ...piecesOf(inputsOf(plan))
      .filter(({ rows }) => rows[0].length > 0)
      .map(({ row, rows, bytes }) => ({
        bytes: bytes + BYTES_OF_CALL,
        apply: () => (sheet.getRangeByIndexes(row, 0, rows.length, rows[0].length).formulas = rows),
      })),
    ...blocksOfEqual([plan.columnWidths]).map((block) =>
      calls(2, () => (over(block).format.columnWidth = pointsOfCharacters(block.value))),
    ),
    ...blocksOfEqual(rowHeights(plan).map((height) => [height])).map((block) =>
      calls(2, () => (over(block).format.rowHeight = block.value)),
    ),
    ...plan.conditionalFormats.map((format) =>
      calls(CALLS_OF_OBJECT, () => addConditionalFormat(sheet, format)),
    ),
    calls(4, () => {
      sheet.showGridlines = plan.tables.length > 0;
      freeze(sheet, plan.frozen);
    }),
  ];
}

/** Charts come after all contents: Excel divides a chart into series by what its cells hold. */
export const chartSteps = (context: Excel.RequestContext, { name, charts = [] }: SheetPlan): Step[] =>
  charts.map((chart) => ({
    bytes: CALLS_OF_OBJECT * BYTES_OF_CALL,
    apply: () => addChart(context, context.workbook.worksheets.getItem(name), chart),
  }));

/**
 * The number formats of a sheet as few rectangles. An empty cell of a table takes the format of its column: a column
 * with many of them would fall apart.
 */
export function formatBlocks({ rows, tables }: SheetPlan): EqualBlock<NumberFormat>[] {
  const formats = rows.map((cells) => Array.from(cells, (cell) => cell?.format));
  for (const { row, column, rows: height, columns } of tables) {
    for (let c = column; c < column + columns; c += 1) {
      const below = formats.slice(row + 1, row + height);
      const format = below.find((cells) => cells[c] !== undefined)?.[c];
      rows.slice(row + 1, row + height).forEach((cells, r) => {
        if (cells[c] === undefined) below[r][c] = format;
      });
    }
  }
  return blocksOfEqual(formats);
}

const styleBlocks = ({ rows }: SheetPlan): EqualBlock<CellStyle>[] =>
  blocksOfEqual(rows.map((cells) => cells.map((cell) => cell?.style)));

/** One format for the whole range; the types know only a matrix. */
function setNumberFormat(range: Excel.Range, format: string): void {
  range.numberFormat = format as unknown as string[][];
}

function applyLook(
  format: Excel.RangeFormat,
  { bold, italic, size, color, fill, horizontal, wrap }: Look,
): void {
  if (bold) format.font.bold = true;
  if (italic) format.font.italic = true;
  if (size) format.font.size = size;
  if (color) format.font.color = color;
  if (fill) format.fill.color = fill;
  if (horizontal) format.horizontalAlignment = horizontal === "left" ? "Left" : "Center";
  if (wrap) {
    format.wrapText = true;
    format.verticalAlignment = "Top";
  }
}

function freeze(sheet: Excel.Worksheet, { rows, columns }: SheetPlan["frozen"]): void {
  const { freezePanes } = sheet;
  if (rows > 0 && columns > 0) freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) freezePanes.freezeRows(rows);
  else if (columns > 0) freezePanes.freezeColumns(columns);
}

function addConditionalFormat(sheet: Excel.Worksheet, { range, equals, tone }: ConditionalFormat): void {
  const rule = sheet.getRange(range).conditionalFormats.add(Excel.ConditionalFormatType.cellValue).cellValue;
  rule.format.font.color = tones[tone].text;
  rule.format.fill.color = tones[tone].ground;
  rule.rule = { formula1: `="${equals}"`, operator: Excel.ConditionalCellValueOperator.equalTo };
}

const chartTypes = { column: "ColumnClustered", bar: "BarClustered", line: "LineMarkers" } as const;

/** Of one row or column. "Auto" would do on a desktop, but on the web it is always by columns: excel.chartseriesby. */
function directionOf({ range }: SheetRange): "Rows" | "Columns" {
  const [first, last] = range.match(/\d+/g) ?? [];
  return first === last ? "Rows" : "Columns";
}

/** Excel has a text alternative for shapes only (ExcelApi 1.9), not for charts: the title is what is read out. */
function addChart(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { title, type, categories, series, format, place }: ChartPlan,
): void {
  const cells = ({ sheet: name, range }: SheetRange) =>
    context.workbook.worksheets.getItem(name).getRange(range);
  const [first, ...others] = series;
  const chart = sheet.charts.add(chartTypes[type], cells(first.values), directionOf(first.values));
  [chart.series.getItemAt(0), ...others.map(({ name }) => chart.series.add(name))].forEach((drawn, i) => {
    const color = seriesColors[i % seriesColors.length];
    drawn.name = series[i].name;
    if (i > 0) drawn.setValues(cells(series[i].values));
    drawn.setXAxisValues(cells(categories));
    if (type === "line") drawn.format.line.color = color;
    else drawn.format.fill.setSolidColor(color);
  });
  chart.title.text = title;
  chart.name = title;
  chart.legend.visible = series.length > 1;
  chart.legend.position = "Bottom";
  chart.axes.valueAxis.numberFormat = numberFormats[format];
  chart.setPosition(place.from, place.to);
}
