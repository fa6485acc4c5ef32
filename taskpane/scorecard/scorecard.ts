import { renderInExcel } from "../../src/workbook/render-in-excel";
import packageJson from "../../package.json";
import { explain } from "./explain";
import { createFlow } from "./flow";
import { readFiles, readSamples } from "./read-chosen";
import { statusOf, type State } from "./state";
import { viewOf, type Actions } from "./view";

/** Puts the making of a scorecard in the pane. */
export function mountScorecard(place: HTMLElement, status: HTMLElement): void {
  let shown: State["step"] = "start";
  const show = (state: State) => {
    place.replaceChildren(...viewOf(state, actions));
    status.textContent = statusOf(state);
    // The button that had the focus is gone. The first view of all takes none.
    if (state.step !== shown) place.querySelector<HTMLElement>("h3, input")?.focus();
    shown = state.step;
  };
  const flow = createFlow({
    show,
    write: renderInExcel,
    explain,
    made: () => ({ version: packageJson.version, moment: new Date() }),
  });
  const actions: Actions = {
    useFiles: (files) => {
      if (files.length === 0) status.textContent = "Kies eerst een of meer CSV-bestanden.";
      else void flow.start(() => readFiles(files));
    },
    useSamples: () => void flow.start(readSamples),
    goOn: () => void flow.goOn(),
    cancel: flow.cancel,
  };
  show({ step: "start" });
}
