import { HostError } from "../host-error";
import { givenOneOf } from "./given";
import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";

interface ApplicationObject extends HostObject {
  state: WorkbookState;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.calculationtype: all three calculate every formula here. */
const types = ["Recalculate", "Full", "FullRebuild"];

/** https://learn.microsoft.com/javascript/api/excel/excel.application. Assumed, to be confirmed in Excel: another word is an InvalidArgument. */
const applicationType: ObjectType = {
  name: "Application",
  scalars: {
    CalculationMode: {
      since: 1,
      get: ({ state: { engine } }: ApplicationObject) => (engine.mode.isManual() ? "Manual" : "Automatic"),
      set: ({ state: { engine } }: ApplicationObject, given: string) => {
        const mode = givenOneOf(given, ["Automatic", "Manual"], ["AutomaticExceptTables"]);
        const wasManual = engine.mode.isManual();
        engine.mode.setManual(mode === "Manual");
        // Assumed, to be confirmed in Excel: what waited is calculated at once.
        if (wasManual && mode === "Automatic") engine.calculateAll();
      },
    },
  },
  methods: {
    Calculate: {
      since: 1,
      call: ({ state }: ApplicationObject, type: string) => {
        if (!types.includes(type)) throw new HostError("InvalidArgument", `${type} is no way to calculate.`);
        state.engine.calculateAll();
      },
    },
    // "Until the next context.sync()": https://learn.microsoft.com/office/dev/add-ins/excel/performance#suspend-calculation-temporarily.
    // Univer begins at each write; what it gave before the last one is calculated again when the batch is done.
    SuspendApiCalculationUntilNextSync: {
      since: 6,
      call: ({ state }: ApplicationObject) => void (state.isSuspended = true),
    },
    // The page draws after a batch anyway.
    SuspendScreenUpdatingUntilNextSync: { since: 9, call: () => null },
  },
};

export const applicationOf = (state: WorkbookState): ApplicationObject => ({ type: applicationType, state });
