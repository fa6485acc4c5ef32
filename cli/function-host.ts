import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { UsageError } from "./usage-error";

/** The part of functions.json that a host needs to call a function. */
interface FunctionMetadata {
  id: string;
  parameters: { name: string; optional?: boolean; dimensionality?: "matrix" | "scalar" }[];
}

/** What Excel's runtime makes of an error value: the code is the text in the cell. */
class FunctionError extends Error {
  constructor(
    readonly code: string,
    message = "",
  ) {
    super(message);
  }
}

type CustomFunction = (...given: unknown[]) => unknown;

export interface CallResult {
  /** The value, or the table when it is more than one cell. */
  result: unknown;
  isError: boolean;
}

/**
 * Loads the built functions of the add-in, the same file that Excel loads, and calls one of them the way
 * Excel does: omitted arguments are null, a range is a table of rows, the invocation comes last.
 *
 * @param addInFolder the folder with functions.js and functions.json
 */
export function functionHost(addInFolder: string) {
  const { functions } = JSON.parse(readFileSync(join(addInFolder, "functions.json"), "utf8")) as {
    functions: FunctionMetadata[];
  };
  const associated = new Map<string, CustomFunction>();
  const CustomFunctions = {
    associate: (id: string, implementation: CustomFunction) => associated.set(id, implementation),
    Error: FunctionError,
  };
  vm.runInNewContext(readFileSync(join(addInFolder, "functions.js"), "utf8"), {
    CustomFunctions,
    MessageChannel,
  });

  return {
    ids: functions.map(({ id }) => id),
    async call(name: string, given: unknown[]): Promise<CallResult> {
      const id = name.toUpperCase().replace(/^=?KNAP\./, "");
      const metadata = functions.find((candidate) => candidate.id === id);
      const implementation = associated.get(id);
      if (!metadata || !implementation) {
        throw new UsageError(`Er is geen functie ${name}. KNAP heeft: ${[...associated.keys()].join(", ")}.`);
      }
      const passed = argumentsFor(metadata, given);
      try {
        const table = (await implementation(...passed, { functionName: id })) as unknown[][];
        const shown = table.map((row) =>
          row.map((cell) => (isFunctionError(cell) ? shownError(cell) : cell)),
        );
        const single = shown.length === 1 && shown[0].length === 1;
        return { result: single ? shown[0][0] : shown, isError: single && isFunctionError(table[0][0]) };
      } catch (error) {
        if (!isFunctionError(error)) throw error;
        return { result: shownError(error), isError: true };
      }
    },
  };
}

const isFunctionError = (value: unknown): value is FunctionError => value instanceof FunctionError;
const shownError = ({ code, message }: FunctionError) => ({ error: code, message });

function argumentsFor({ id, parameters }: FunctionMetadata, given: unknown[]): unknown[] {
  const needed = parameters.filter(({ optional }) => !optional).length;
  if (given.length < needed || given.length > parameters.length) {
    const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(" ");
    throw new UsageError(
      `${id} heeft ${needed === parameters.length ? needed : `${needed} tot ${parameters.length}`} argumenten, maar kreeg er ${given.length}: ${names}`,
    );
  }
  return parameters.map(({ name, dimensionality }, index) => {
    const value = given[index] ?? null;
    if (dimensionality !== "matrix") return scalar(name, value);
    return value === null && index >= given.length ? null : matrix(name, value);
  });
}

const isCell = (value: unknown) => value === null || ["string", "number", "boolean"].includes(typeof value);

function scalar(name: string, value: unknown): unknown {
  if (isCell(value)) return value;
  throw new UsageError(`${name}: verwacht wordt één waarde, zoals 5 of "NPS".`);
}

function matrix(name: string, value: unknown): unknown[][] {
  if (isCell(value)) return [[value]];
  const rows = Array.isArray(value) ? (value as unknown[]) : [];
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  const isTable = rows.every((row) => Array.isArray(row) && row.length === width && row.every(isCell));
  if (width > 0 && isTable) return rows as unknown[][];
  throw new UsageError(`${name}: een bereik is een lijst van even lange rijen, zoals [[10],[9],[null]].`);
}
