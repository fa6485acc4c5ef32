import { element } from "../elements";
import { faultyRowsLine, type Inspection } from "../../src/scorecard/inspect-files";
import { faultSummary, type State } from "./state";

/** What the user can do in a view. */
export interface Actions {
  useFiles: (files: File[]) => void;
  useSamples: () => void;
  goOn: () => void;
  cancel: () => void;
}

/** Of each file; the command line shows more. */
const MOST_FAULTS_SHOWN = 50;

/** The pane at a state: its head, which gets the focus, and what stands below. */
export function viewOf(state: State, actions: Actions): HTMLElement[] {
  switch (state.step) {
    case "start":
      return choice(actions);
    case "reading":
      return [head("Bestanden lezen"), buttons(button("Annuleren", actions.cancel))];
    case "refused":
      return [
        head("Dit staat in de weg"),
        list(refusals(state.inspection)),
        ...faultyRowsOf(state.inspection),
        buttons(button("Andere bestanden kiezen", actions.cancel, "main")),
      ];
    case "faulty":
      return [
        head("Verdergaan zonder deze regels of bestanden?"),
        element("p", [`${faultSummary(state.inspection)} Wat wordt weggelaten, staat op het blad Bronnen.`]),
        ...(state.inspection.unknown.length > 0 ? [list(state.inspection.unknown)] : []),
        ...faultyRowsOf(state.inspection),
        buttons(button("Verdergaan zonder", actions.goOn, "main"), button("Annuleren", actions.cancel)),
      ];
    case "replace":
      return [
        head("Bladen vervangen?"),
        element("p", ["Deze bladen staan al in de werkmap. Wat u er zelf op zette, gaat verloren:"]),
        list(state.existing),
        element("p", ["Formules op andere bladen die naar deze bladen verwijzen, verliezen hun verwijzing."]),
        buttons(button("Vervangen", actions.goOn, "main"), button("Annuleren", actions.cancel)),
      ];
    case "writing":
      return [head("De werkmap wordt gemaakt"), progress(state)];
    case "done":
      return [
        head("De scorecard staat in de werkmap"),
        element("p", ["Gemaakt zijn de bladen:"]),
        list(state.sheets),
        ...(state.remarks.length > 0 ? [element("p", ["Let op:"]), list(state.remarks)] : []),
        buttons(button("Nog een keer", actions.cancel)),
      ];
    case "failed":
      return [
        head("Het is niet gelukt"),
        alert(state.message),
        buttons(button("Opnieuw beginnen", actions.cancel, "main")),
      ];
  }
}

function choice({ useFiles, useSamples }: Actions): HTMLElement[] {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = ".csv";
  input.id = "bestanden";
  const label = document.createElement("label");
  label.htmlFor = input.id;
  label.textContent = "Extracten (CSV-bestanden)";
  return [
    element("p", [
      "Uit de extracten van de gemeente maakt KNAP de scorecard, met formules die na te rekenen zijn. KNAP leest de bestanden in dit venster. Regels over personen komen niet in de werkmap, alleen aantallen.",
    ]),
    element("div", [label, input], "field"),
    buttons(
      button("Scorecard maken", () => useFiles([...(input.files ?? [])]), "main"),
      button("Met de voorbeeldbestanden", useSamples),
    ),
  ];
}

function refusals({ extracts, unknown, obstacles }: Inspection): string[] {
  return [
    ...(extracts.length === 0 ? ["Geen van de bestanden is een extract dat KNAP kent."] : []),
    ...unknown,
    ...obstacles,
  ];
}

function faultyRowsOf({ faulty }: Inspection): HTMLElement[] {
  return faulty.flatMap((extract) => {
    const messages = extract.faults.slice(0, MOST_FAULTS_SHOWN).map(({ message }) => message);
    const more = extract.faultCount - messages.length;
    return [
      element("h4", [faultyRowsLine(extract)]),
      list(more > 0 ? [...messages, `… en nog ${more}`] : messages),
    ];
  });
}

/** Takes the focus when the view appears, so that a screen reader and the keyboard go on from there. */
function head(text: string): HTMLElement {
  const made = element("h3", [text]);
  made.tabIndex = -1;
  return made;
}

/** A screen reader reads it out as soon as it is there. */
function alert(text: string): HTMLElement {
  const made = element("p", [text]);
  made.setAttribute("role", "alert");
  return made;
}

function button(text: string, act: () => void, className?: string): HTMLElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  if (className) made.className = className;
  made.addEventListener("click", act);
  return made;
}

function progress({ done, of }: { done: number; of: number }): HTMLElement {
  const made = document.createElement("progress");
  made.max = of;
  made.value = done;
  made.setAttribute("aria-label", "Voortgang");
  return made;
}

const buttons = (...children: HTMLElement[]) => element("div", children, "buttons");

const list = (texts: string[]) =>
  element(
    "ul",
    texts.map((text) => element("li", [text])),
    "messages",
  );
