import { ICommandService, type Univer } from "@univerjs/core";
import {
  SetFormulaCalculationStartMutation,
  SetTriggerFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";

export interface CalculationMode {
  isManual: () => boolean;
  setManual: (manual: boolean) => void;
  /** To be called after each calculation. */
  calculated: () => void;
}

/** What Univer is about to calculate. */
interface Start {
  forceCalculation: boolean;
  dirtyRanges: unknown[];
  dirtyNameMap: object;
  dirtyDefinedNameMap: object;
  dirtySuperTableMap?: object;
}

/**
 * In manual mode a formula is calculated when it is written, and all others when someone asks for it:
 * https://support.microsoft.com/office/change-formula-recalculation-iteration-or-precision-in-excel-73fc7dac-91cf-4d36-86e8-67124f6bcce4
 * Other than in Excel, what depends on a formula that is written is calculated with it.
 */
export function calculationMode(univer: Univer): CalculationMode {
  const commands = univer.__getInjector().get(ICommandService);
  let manual = false;
  /** Since the last calculation a formula was written, or a custom function has answered. */
  let isAsked = false;
  commands.beforeCommandExecuted(({ id, params }, options) => {
    const isResult = options !== undefined && "fromFormula" in options;
    if (id === SetRangeValuesMutation.id && !isResult) isAsked ||= hasFormula(params);
    if (id === SetTriggerFormulaCalculationStartMutation.id) isAsked = true;
    if (id !== SetFormulaCalculationStartMutation.id || !manual) return;
    const start = params as Start;
    // A calculation that was begun must end: it is left with nothing to do.
    if (!isAsked && !start.forceCalculation)
      Object.assign(start, {
        dirtyRanges: [],
        dirtyNameMap: {},
        dirtyDefinedNameMap: {},
        dirtySuperTableMap: {},
      });
  });
  return {
    isManual: () => manual,
    setManual: (on) => {
      manual = on;
    },
    calculated: () => {
      isAsked = false;
    },
  };
}

function hasFormula(params: unknown): boolean {
  const { cellValue } = params as {
    cellValue?: Record<number, Record<number, { f?: unknown } | null> | null>;
  };
  return Object.values(cellValue ?? {}).some((line) => Object.values(line ?? {}).some((cell) => cell?.f));
}
