import { noFaults } from "../host/faults";
import type { Workbench } from "../host/workbench";

interface Switch {
  label: string;
  isOn: (bench: Workbench) => boolean;
  set: (bench: Workbench, on: boolean) => void;
  /** How many are on, when that is more than its box can say. */
  count?: (bench: Workbench) => number;
}

const smallLimit = 5 * 1024;
const slowness = 2000;

/** What can go wrong in Excel; what is once goes off by itself. */
const switches: Switch[] = [
  {
    label: "De gebruiker is bezig in een cel",
    isOn: ({ faults }) => faults.isEditing,
    set: ({ faults }, on) => (faults.isEditing = on),
  },
  {
    label: "De werkmap is alleen-lezen",
    isOn: ({ faults }) => faults.isReadOnly,
    set: ({ faults }, on) => (faults.isReadOnly = on),
  },
  {
    label: "Het actieve blad is beveiligd tegen de invoegtoepassing",
    isOn: ({ state, engine }) => state.protectedSheets.has(engine.activeSheet()),
    set: ({ state, engine }, on) => {
      if (on) state.protectedSheets.set(engine.activeSheet(), "");
      else state.protectedSheets.delete(engine.activeSheet());
    },
    count: ({ state }) => state.protectedSheets.size,
  },
  {
    label: "Excel is traag: elk verzoek wacht 2 seconden",
    isOn: ({ faults }) => faults.delay > 0,
    set: ({ faults }, on) => (faults.delay = on ? slowness : 0),
  },
  {
    label: "Een verzoek mag 5 kB zijn in plaats van 5 MB",
    isOn: ({ faults }) => faults.requestLimit === smallLimit,
    set: ({ faults }, on) => (faults.requestLimit = on ? smallLimit : noFaults().requestLimit),
  },
  {
    label: "Het volgende verzoek mislukt (eenmalig)",
    isOn: ({ faults, host }) => (faults.errorAt?.batch ?? 0) > host.batches(),
    set: ({ faults, host }, on) =>
      (faults.errorAt = on ? { batch: host.batches() + 1, code: "GeneralException" } : null),
  },
  {
    label: "Een andere gebruiker schrijft bij het volgende verzoek in de gekozen cel (eenmalig)",
    isOn: ({ faults }) => faults.otherUser !== null,
    set: ({ faults, engine }, on) => {
      faults.otherUser = on
        ? () => {
            faults.otherUser = null;
            const { sheet, block } = engine.selection();
            engine.write(sheet, block.startRow, block.startColumn, [["Van een andere gebruiker"]]);
          }
        : null;
    },
  },
  {
    label: "Lege cellen komen als 0 bij een functie, zoals in Excel op de computer",
    isOn: ({ engine }) => engine.blanks() === "zero",
    set: ({ engine }, on) => {
      engine.setBlanks(on ? "zero" : "null");
      engine.calculateAll();
    },
  },
];

export interface FaultsMenu {
  /** Shows which are on: some go off by themselves. */
  refresh: () => void;
}

/** The faults, each with a box to tick, and a button that starts the add-in anew as after a restart of Excel. */
export function faultsMenu(menu: HTMLDetailsElement, bench: Workbench, restart: () => void): FaultsMenu {
  const summary = document.createElement("summary");
  const list = document.createElement("div");
  const boxes = switches.map(({ label, set }) => {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.addEventListener("change", () => {
      set(bench, box.checked);
      refresh();
    });
    const line = document.createElement("label");
    line.append(box, label);
    list.append(line);
    return box;
  });
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "KNAP opnieuw starten";
  button.addEventListener("click", () => {
    menu.open = false;
    summary.focus();
    restart();
  });
  list.append(button);
  menu.append(summary, list);
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    menu.open = false;
    summary.focus();
  });
  const refresh = () => {
    const on = switches.map(({ isOn }) => isOn(bench));
    on.forEach((isOn, i) => (boxes[i].checked = isOn));
    const count = switches.reduce((sum, one, i) => sum + (one.count?.(bench) ?? Number(on[i])), 0);
    summary.textContent = count === 0 ? "Storingen" : `Storingen: ${count} aan`;
  };
  refresh();
  return { refresh };
}
