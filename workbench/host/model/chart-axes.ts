import { HostError } from "../host-error";
import type { ObjectType } from "../object-model";
import { as, property, sheetOfChart } from "./chart-model";
import { givenText } from "./given";

type Axis = "valueAxis" | "categoryAxis";
type Limit = "minimum" | "maximum";

/** A number, or an empty text for an automatic one: excel.chartaxis, minimum. */
function givenLimit(value: unknown): number | null {
  if (value === "") return null;
  if (typeof value === "number") return value;
  throw new HostError("InvalidArgument", `${JSON.stringify(value)} is no limit of an axis.`);
}

/**
 * When it is read it is always a number: excel.chartaxis, minimum. An automatic one goes by a unit that Excel chooses
 * (https://www.betaarchive.com/wiki/index.php/Microsoft_KB_Archive/101939) and that the workbench does not know.
 */
const limitOfValues = (limit: Limit) =>
  property(
    ({ valueAxis }) => {
      const value = valueAxis[limit];
      if (value === null) throw notKnown(`The workbench does not know the ${limit} that Excel chooses.`);
      return value;
    },
    ({ valueAxis }, value) => (valueAxis[limit] = givenLimit(value)),
  );

const notKnown = (message: string) => new HostError("NotImplemented", message, 501);

/** The page speaks of the value axis only: excel.chartaxis, minimum. */
const limitOfCategories = (limit: Limit) => {
  const refuse = () => {
    throw notKnown(`The workbench has no ${limit} of categories.`);
  };
  return property(refuse, refuse);
};

const titleType = (axis: Axis): ObjectType => ({
  name: "ChartAxisTitle",
  sheet: sheetOfChart,
  scalars: {
    // Assumed, to be confirmed in Excel: a text makes the title visible, and without one there is none.
    Text: property(
      (chart) => chart[axis].title,
      (chart, text) => (chart[axis].title = givenText(text)),
    ),
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.chartaxis */
const axisType = (axis: Axis): ObjectType => {
  const limit = axis === "valueAxis" ? limitOfValues : limitOfCategories;
  return {
    name: "ChartAxis",
    sheet: sheetOfChart,
    scalars: {
      Minimum: limit("minimum"),
      Maximum: limit("maximum"),
      // Assumed, to be confirmed in Excel: General until one is set, whatever the format of the cells is.
      NumberFormat: property(
        (chart) => chart[axis].numberFormat,
        (chart, format) => (chart[axis].numberFormat = givenText(format)),
        8,
      ),
    },
    navigations: { Title: as(titleType(axis)) },
  };
};

export const axesType: ObjectType = {
  name: "ChartAxes",
  sheet: sheetOfChart,
  scalars: {},
  navigations: { ValueAxis: as(axisType("valueAxis")), CategoryAxis: as(axisType("categoryAxis")) },
};
