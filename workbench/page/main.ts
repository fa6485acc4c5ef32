import "./page.css";
import type { FunctionDescription } from "../engine/custom-functions";
import { createWorkbench } from "../host/workbench";
import { inputLine } from "./input-line";
import { paneFrame, type PaneFrame } from "./pane-frame";
import { splitter } from "./splitter";
import { univerInPage } from "./univer-in-page";

const byId = (id: string) => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element #${id}.`);
  return found;
};

/** The newest set that the workbench poses as. */
const newestSet = 17;

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
    namespace: "KNAP",
    functions,
    origin: location.origin,
    excelApi: Number(address.get("set") ?? newestSet),
    post: (text) => pane?.post(text),
  });
  Object.assign(window, { bench });
  pane = paneFrame(byId("paneel"), "/taskpane.html", (text) => {
    bench.host.receive(text).catch(showFault);
  });
  await bench.ready();
  inputLine(univer, bench);
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

function showFault(error: unknown): void {
  console.error(error);
  const place = byId("fout");
  place.textContent = `De werkbank heeft een fout: ${String(error)}. Laad de pagina opnieuw.`;
  place.hidden = false;
}

addEventListener("error", ({ error }) => showFault(error));
addEventListener("unhandledrejection", ({ reason }) => showFault(reason));
open().catch(showFault);
