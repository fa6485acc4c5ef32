import type { Worksheet } from "@cj-tech-master/excelts";
import { blockAt } from "../host/model/addresses";

/**
 * Takes from a sheet the charts with figures from elsewhere than cells of this workbook: a sheet that is gone, a name,
 * or another workbook. Gives how many that were.
 */
export function dropUnreadableCharts(sheet: Worksheet, sheetNames: readonly string[]): number {
  const names = new Set(sheetNames.map((name) => name.toLowerCase()));
  const dropped = sheet.getCharts().filter((chart) => {
    const series = chart.chartTypes.flatMap((group) => ("series" in group ? group.series : []));
    return !series.every((one) =>
      referencesOf(one).every((reference) => reference === undefined || isCells(reference, names)),
    );
  });
  dropped.forEach((chart) => sheet.removeChart(chart));
  return dropped.length;
}

interface Source {
  numRef?: { formula?: string };
  strRef?: { formula?: string };
}

const referencesOf = (series: object) => {
  const { val, cat } = series as { val?: Source; cat?: Source };
  return [val?.numRef?.formula, cat?.strRef?.formula ?? cat?.numRef?.formula];
};

function isCells(reference: string, names: ReadonlySet<string>): boolean {
  const [, quoted, plain, cells] = /^(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/.exec(reference) ?? [];
  const name = (quoted as string | undefined)?.replaceAll("''", "'") ?? plain;
  if (!cells || !names.has(name.toLowerCase())) return false;
  return isBlock(cells);
}

export function isBlock(cells: string): boolean {
  try {
    blockAt(cells);
    return true;
  } catch {
    return false;
  }
}
