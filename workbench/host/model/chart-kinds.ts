import { givenOneOf } from "./given";

const drawn = [
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "BarClustered",
  "BarStacked",
  "BarStacked100",
  "Line",
  "LineMarkers",
] as const;

/** The others of https://learn.microsoft.com/javascript/api/excel/excel.charttype, without Invalid. */
const others = [
  "3DColumnClustered 3DColumnStacked 3DColumnStacked100 3DBarClustered 3DBarStacked 3DBarStacked100 LineStacked",
  "LineStacked100 LineMarkersStacked LineMarkersStacked100 PieOfPie PieExploded 3DPieExploded BarOfPie",
  "XYScatterSmooth XYScatterSmoothNoMarkers XYScatterLines XYScatterLinesNoMarkers AreaStacked AreaStacked100",
  "3DAreaStacked 3DAreaStacked100 DoughnutExploded RadarMarkers RadarFilled Surface SurfaceWireframe SurfaceTopView",
  "SurfaceTopViewWireframe Bubble Bubble3DEffect StockHLC StockOHLC StockVHLC StockVOHLC CylinderColClustered",
  "CylinderColStacked CylinderColStacked100 CylinderBarClustered CylinderBarStacked CylinderBarStacked100 CylinderCol",
  "ConeColClustered ConeColStacked ConeColStacked100 ConeBarClustered ConeBarStacked ConeBarStacked100 ConeCol",
  "PyramidColClustered PyramidColStacked PyramidColStacked100 PyramidBarClustered PyramidBarStacked",
  "PyramidBarStacked100 PyramidCol 3DColumn 3DLine 3DPie Pie XYScatter 3DArea Area Doughnut Radar Histogram",
  "Boxwhisker Pareto RegionMap Treemap Waterfall Sunburst Funnel",
].flatMap((names) => names.split(" "));

/** The type of a chart that the workbench draws. */
export const givenType = (value: unknown) => givenOneOf(value, drawn, others);

/** https://learn.microsoft.com/javascript/api/excel/excel.chartlegendposition, without Invalid. */
export const givenPosition = (value: unknown) =>
  givenOneOf(value, ["Top", "Bottom", "Left", "Right"], ["Corner", "Custom"]);

/** https://learn.microsoft.com/javascript/api/excel/excel.chartseriesby; without one it is Auto: excel.chart, setData. */
export const givenSeriesBy = (value: unknown) => givenOneOf(value ?? "Auto", ["Auto", "Columns", "Rows"], []);
