import type { CellStyle, ConditionalFormat } from "./plan";

/** How cells look, as data for every renderer. Colours are hexadecimal, as `#RRGGBB`. */
export interface Look {
  bold?: true;
  italic?: true;
  /** In points. */
  size?: number;
  color?: string;
  fill?: string;
  horizontal?: "left" | "center";
  /** Wrapped texts stand at the top of their cell. */
  wrap?: true;
}

export const looks: Record<CellStyle, Look> = {
  title: { bold: true, size: 16 },
  heading: { bold: true, size: 12 },
  columnHead: { bold: true, fill: "#DDEBF7", wrap: true },
  note: { italic: true, color: "#595959" },
  result: { bold: true },
  input: { color: "#0F548C" },
  sign: { horizontal: "center" },
  // A number that names something, such as a year in a row: on the left, as text.
  label: { horizontal: "left" },
  wrapped: { wrap: true },
};

/** Dark text on a light ground, each pair with a contrast above 4.5 : 1. */
export const tones: Record<ConditionalFormat["tone"], { text: string; ground: string }> = {
  good: { text: "#006100", ground: "#C6EFCE" },
  bad: { text: "#9C0006", ground: "#FFC7CE" },
  neutral: { text: "#3F3F3F", ground: "#EDEDED" },
};

/** Of the series of a chart, in their order: two that differ in lightness too, for who sees no colours. */
export const seriesColors = ["#0F548C", "#D9730D"];

export const TABLE_STYLE = "TableStyleLight9";
