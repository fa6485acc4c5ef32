import { LocaleType, LogLevel, mergeLocales, Univer } from "@univerjs/core";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreTexts from "@univerjs/preset-sheets-core/locales/en-US";
import "@univerjs/preset-sheets-core/lib/index.css";
import { UniverSheetsSortPlugin } from "@univerjs/sheets-sort";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import { UniverSheetsTableUIPlugin } from "@univerjs/sheets-table-ui";
import tableTexts from "@univerjs/sheets-table-ui/locale/en-US";
import "@univerjs/sheets-table-ui/lib/index.css";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsConditionalFormattingUIPlugin } from "@univerjs/sheets-conditional-formatting-ui";
import "./univer-panels.css";
import { dutchTexts } from "./dutch-texts";
import { tableTheme } from "./table-theme";
import conditionalTexts from "@univerjs/sheets-conditional-formatting-ui/locale/en-US";
import "@univerjs/sheets-conditional-formatting-ui/lib/index.css";

/** Univer with its grid in the page. Its menus are left away: the page has its own. */
export function univerInPage(container: HTMLElement, isDark: boolean): Univer {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: mergeLocales(coreTexts, tableTexts, conditionalTexts, dutchTexts) },
    logLevel: LogLevel.ERROR,
    darkMode: isDark,
  });
  const { plugins } = UniverSheetsCorePreset({
    container,
    header: false,
    toolbar: false,
    formulaBar: false,
    contextMenu: false,
    // Its help with formulas knows English names only.
    formula: { functionScreenTips: false },
    footer: { sheetBar: true, statisticBar: false, menus: false, zoomSlider: false },
  });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1] as never);
    else univer.registerPlugin(plugin);
  }
  univer.registerPlugin(UniverSheetsTablePlugin, { userThemes: [tableTheme], defaultThemeIndex: 0 });
  // Its own menu above a table changes it at once, and past what the host keeps of it.
  univer.registerPlugin(UniverSheetsTableUIPlugin, { hideAnchor: true });
  // The buttons in the filter of a table need it.
  univer.registerPlugin(UniverSheetsSortPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingUIPlugin);
  return univer;
}
