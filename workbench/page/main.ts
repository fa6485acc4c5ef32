import "./page.css";
import { LifecycleService, LifecycleStages, ThemeService } from "@univerjs/core";
import type { FunctionDescription } from "../engine/custom-functions";
import { createWorkbench, type Workbench } from "../host/workbench";
import "./toolbar.css";
import { newestSet } from "../host/requirement-sets";
import { leftOutSentence } from "../files/left-out-sentence";
import { NoWorkbook, openXlsx } from "../files/open-xlsx";
import { saveXlsx } from "../files/save-xlsx";
import { chartsView } from "./charts-view";
import { faultsMenu } from "./faults-menu";
import { inputLine } from "./input-line";
import { focusGrid } from "./focus-grid";
import { dutchLabels } from "./labels";
import { pageRegions } from "./page-regions";
import { sheetKeys } from "./sheet-keys";
import { cancelsRenaming, nameNewSheets } from "./sheet-names";
import { speakActiveCell } from "./spoken-cell";
import { paneFrame, type PaneFrame } from "./pane-frame";
import { splitter } from "./splitter";
import { showDutchCells } from "./dutch-cells";
import { themeButton } from "./theme-button";
import { univerInPage } from "./univer-in-page";

const byId = (id: string) => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element #${id}.`);
  return found;
};

const namespace = "KNAP";
const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async function open(): Promise<void> {
  const { functions } = (await (await fetch("/functions.json")).json()) as {
    functions: FunctionDescription[];
  };
  const address = new URLSearchParams(location.search);
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  splitter(byId("scheiding"), (pixels) => document.body.style.setProperty("--paneel", `${pixels}px`), 360);
  let pane: PaneFrame | null = null;
  const univer = univerInPage(byId("blad"), isDark);
  const bench = createWorkbench({
    univer,
    namespace,
    functions,
    origin: location.origin,
    excelApi: Number(address.get("set") ?? newestSet),
    post: (text) => pane?.post(text),
  });
  Object.assign(window, { bench });
  const charts = chartsView(byId("grafieken"), bench.state, isDark);
  const restart = () => {
    bench.restart();
    pane?.restart();
  };
  const menu = faultsMenu(byId("storingen") as HTMLDetailsElement, bench, restart);
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
  speakActiveCell(univer, bench.engine, byId("actieve-cel"));
  bench.engine.onChange(refresh);
  themeButton(byId("thema"), isDark, (dark) => {
    univer.__getInjector().get(ThemeService).setDarkMode(dark);
    pane?.setTheme(dark ? "dark" : "light");
    charts.setDark(dark);
  });
  const input = byId("bestand") as HTMLInputElement;
  byId("openen").addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    input.value = "";
    const names = functions.map(({ id }) => `${namespace}.${id}`);
    openFile(bench, file, names)
      .then((isOpened) => {
        // As when Excel opens another workbook: the add-in begins anew.
        if (isOpened) restart();
      })
      .catch(showFault);
  });
  byId("opslaan").addEventListener("click", () => {
    save(bench).catch(showFault);
  });
  // Before it has drawn its grid, Univer takes no selection.
  await univer.__getInjector().get(LifecycleService).onStage(LifecycleStages.Rendered);
  dutchLabels(byId("blad"));
  document.body.dataset.state = "ready";
  if (address.has("voorbeeld")) pressed(byId("paneel"), "Met de voorbeeldbestanden");
}

const tell = (sentence: string) => {
  byId("bericht").textContent = sentence;
};

async function save({ engine, state }: Workbench): Promise<void> {
  tell("De werkmap wordt opgeslagen…");
  await engine.settled();
  const { bytes, asValue, leftOut } = await saveXlsx(state, namespace);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type: xlsxType }));
  link.download = "Werkbank.xlsx";
  link.click();
  URL.revokeObjectURL(link.href);
  const exceptions =
    asValue === 0 ? "" : ` Van ${asValue} formules met LET, LAMBDA of @ staat alleen de waarde erin.`;
  tell(
    `Opgeslagen als Werkbank.xlsx, in uw map met downloads.${exceptions}${leftOutSentence("Niet in het bestand staan", leftOut)}`,
  );
}

/** Gives whether the file took the place of what was open. */
async function openFile(
  { engine, state }: Workbench,
  file: File | undefined,
  functions: string[],
): Promise<boolean> {
  if (!file) return false;
  const isEmpty = engine.sheetIds().every((id) => engine.usedBlock(id) === null);
  if (!isEmpty && !confirm(`${file.name} komt in de plaats van wat nu open is. Doorgaan?`)) return false;
  tell(`${file.name} wordt geopend…`);
  let leftOut: string[];
  try {
    leftOut = await openXlsx(state, new Uint8Array(await file.arrayBuffer()), functions);
  } catch (error) {
    if (!(error instanceof NoWorkbook)) throw error;
    tell(error.message);
    return false;
  }
  tell(`${file.name} is geopend.${leftOutSentence("Wat de werkbank niet heeft, is weggelaten:", leftOut)}`);
  return true;
}

/** Presses a button of the pane for who came to see what it does; the add-in itself does the work. */
function pressed(place: HTMLElement, text: string): void {
  const pane = place.querySelector("iframe")?.contentDocument;
  const button = [...(pane?.querySelectorAll("button") ?? [])].find((one) => one.textContent === text);
  if (!button) throw new Error(`The pane has no button ${text}.`);
  button.click();
}

function showFault(error: unknown): void {
  console.error(error);
  const place = byId("fout");
  place.textContent = `De werkbank heeft een fout: ${String(error)}. Laad de pagina opnieuw.`;
  place.hidden = false;
}

addEventListener("error", ({ error }) => showFault(error));
addEventListener("unhandledrejection", ({ reason }) => showFault(reason));
open().catch(showFault);
