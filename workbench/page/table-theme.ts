/**
 * How a table looks: dark letters on a light head, as in Excel's light table styles. Univer turns its colors around in
 * the dark theme, and its own heads, white on blue, are hard to read in both themes.
 */
export const tableTheme = {
  name: "knap-tabel",
  style: {
    headerRowStyle: { bg: { rgb: "#C7DDF2" }, cl: { rgb: "#1F1F1F" } },
    secondRowStyle: { bg: { rgb: "#EFF6FC" } },
  },
};
