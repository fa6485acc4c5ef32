import "./page.css";
import { LifecycleService, LifecycleStages, ThemeService } from "@univerjs/core";
import type { FunctionDescription } from "../engine/custom-functions";
import { createWorkbench } from "../host/workbench";
import "./toolbar.css";
import { newestSet } from "../host/requirement-sets";
import { showCalculating } from "./calculating";
import { chartsView } from "./charts-view";
import { closesFilter } from "./closes-filter";
import { errorBanner } from "./error-banner";
import { faultsMenu } from "./faults-menu";
import { inputLine } from "./input-line";
import { focusGrid } from "./focus-grid";
import { dutchLabels } from "./labels";
import { pageRegions } from "./page-regions";
import { sheetKeys } from "./sheet-keys";
import { cancelsRenaming, nameNewSheets } from "./sheet-names";
import { speakActiveCell } from "./spoken-cell";
import { paneFrame, type PaneFrame } from "./pane-frame";
import { removeSheetButton } from "./remove-sheet-button";
import { splitter } from "./splitter";
import { showDutchCells } from "./dutch-cells";
import { themeButton } from "./theme-button";
import { univerInPage } from "./univer-in-page";
import { openFile, saveFile } from "./workbook-files";

const byId = (id: string) => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element #${id}.`);
  return found;
};

const namespace = "KNAP";

const showFault = errorBanner(byId("fout"));
const tell = (sentence: string) => {
  byId("bericht").textContent = sentence;
};

async function open(): Promise<void> {
  const { functions, allowCustomDataForDataTypeAny: takesErrors } = (await (
    await fetch("/functions.json")
  ).json()) as { functions: FunctionDescription[]; allowCustomDataForDataTypeAny?: boolean };
  const address = new URLSearchParams(location.search);
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  splitter(byId("scheiding"), (pixels) => document.body.style.setProperty("--paneel", `${pixels}px`), 360);
  let pane: PaneFrame | null = null;
  const univer = univerInPage(byId("blad"), isDark);
  const bench = createWorkbench({
    univer,
    namespace,
    functions,
    takesErrors,
    origin: location.origin,
    excelApi: Number(address.get("set") ?? newestSet),
    post: (text) => pane?.post(text),
  });
  Object.assign(window, { bench });
  const charts = chartsView(byId("grafieken"), bench.state);
  const restart = () => {
    bench.restart();
    pane?.restart();
  };
  const menu = faultsMenu(byId("storingen") as HTMLDetailsElement, bench, () => {
    restart();
    tell("KNAP is opnieuw gestart.");
  });
  const refresh = () => {
    charts.refresh();
    menu.refresh();
  };
  const keys = [pageRegions(univer, byId), sheetKeys(bench.engine)];
  pane = paneFrame(
    byId("paneel"),
    "/taskpane.html",
    (text) => void bench.host.receive(text).then(refresh).catch(showFault),
    (inner) => keys.forEach((listen) => listen(inner)),
  );
  await bench.ready();
  showDutchCells(univer);
  inputLine(univer, bench);
  nameNewSheets(univer, bench.engine);
  cancelsRenaming(univer, bench.engine, byId("blad"), () => focusGrid(univer));
  closesFilter(univer, () => focusGrid(univer));
  speakActiveCell(univer, bench.engine, byId("actieve-cel"));
  removeSheetButton(byId("verwijderen"), bench.state, tell);
  showCalculating(bench.engine, byId("rekent"));
  bench.engine.onChange(refresh);
  themeButton(byId("thema"), isDark, (dark) => {
    univer.__getInjector().get(ThemeService).setDarkMode(dark);
    pane?.setTheme(dark ? "dark" : "light");
  });
  const input = byId("bestand") as HTMLInputElement;
  byId("openen").addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    input.value = "";
    if (!file) return;
    const names = functions.map(({ id }) => `${namespace}.${id}`);
    openFile(bench, file, names, tell)
      .then((isOpened) => {
        // As when Excel opens another workbook: the add-in begins anew.
        if (isOpened) restart();
      })
      .catch(showFault);
  });
  byId("opslaan").addEventListener("click", () => {
    saveFile(bench, namespace, tell).catch(showFault);
  });
  // Before it has drawn its grid, Univer takes no selection.
  await univer.__getInjector().get(LifecycleService).onStage(LifecycleStages.Rendered);
  dutchLabels(byId("blad"));
  document.body.dataset.state = "ready";
  if (address.has("voorbeeld")) pressed(byId("paneel"), "Met de voorbeeldbestanden");
}

/** Presses a button of the pane for who came to see what it does; the add-in itself does the work. */
function pressed(place: HTMLElement, text: string): void {
  const pane = place.querySelector("iframe")?.contentDocument;
  const button = [...(pane?.querySelectorAll("button") ?? [])].find((one) => one.textContent === text);
  if (!button) throw new Error(`The pane has no button ${text}.`);
  button.click();
}

addEventListener("error", ({ error }) => showFault(error));
addEventListener("unhandledrejection", ({ reason }) => showFault(reason));
open().catch(showFault);
