import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { errorNamed } from "../src/dutch/excel-errors";
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
    async call(name: string, given: unknown[], addresses: string[] = []): Promise<CallResult> {
      const id = name.toUpperCase().replace(/^=?KNAP\./, "");
      const metadata = functions.find((candidate) => candidate.id === id);
      const implementation = associated.get(id);
      if (!metadata || !implementation) {
        throw new UsageError(`Er is geen functie ${name}. KNAP heeft: ${[...associated.keys()].join(", ")}.`);
      }
      const passed = argumentsFor(metadata, given);
      const parameterAddresses = addressesFor(metadata, passed, addresses);
      try {
        const table = (await implementation(...passed, {
          functionName: id,
          parameterAddresses,
        })) as unknown[][];
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

const plainTypes = ["string", "number", "boolean"];

/** A cell as Excel passes it: a value, a data type, or an error, which is written as `{"fout":"#N/B"}`. */
function cell(name: string, value: unknown): unknown {
  if (value === null || plainTypes.includes(typeof value)) return value;
  if (typeof value === "object" && !Array.isArray(value)) {
    if ("basicType" in value || "type" in value) return value;
    const error = "fout" in value ? errorNamed(String(value.fout)) : null;
    if (error !== null) return new FunctionError(error);
  }
  throw new UsageError(
    `${name}: ${JSON.stringify(value)} is geen cel. Een cel is een getal, een tekst, true, false of null, een gegevenstype van Excel (met type en basicValue), of een fout, zoals {"fout":"#N/B"}.`,
  );
}

function scalar(name: string, value: unknown): unknown {
  if (!Array.isArray(value)) return cell(name, value);
  throw new UsageError(`${name}: verwacht wordt één waarde, zoals 5 of "NPS".`);
}

function matrix(name: string, value: unknown): unknown[][] {
  if (!Array.isArray(value)) return [[cell(name, value)]];
  const rows = value as unknown[];
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  const isTable = rows.every((row) => Array.isArray(row) && row.length === width);
  if (width > 0 && isTable) return (rows as unknown[][]).map((row) => row.map((one) => cell(name, one)));
  throw new UsageError(`${name}: een bereik is een lijst van even lange rijen, zoals [[10],[9],[null]].`);
}

const rangeWithSheet = /^(?:'(?:[^']|'')+'|[^'!]+)!\$?[A-Z]{0,3}\$?\d*(?::\$?[A-Z]{0,3}\$?\d*)?$/i;

/** The address of every parameter: those that were given belong to the ranges, in their order. */
function addressesFor({ parameters }: FunctionMetadata, passed: unknown[], given: string[]): string[] {
  const ranges = parameters.flatMap(({ dimensionality }, i) =>
    dimensionality === "matrix" && passed[i] !== null ? [i] : [],
  );
  if (given.length > ranges.length) {
    throw new UsageError(`Er zijn ${ranges.length} bereiken, maar ${given.length} adressen.`);
  }
  const wrong = given.find((address) => !rangeWithSheet.test(address));
  if (wrong !== undefined) {
    throw new UsageError(`--adres ${wrong}: geef het blad en de cellen, zoals Blad1!B4:B20.`);
  }
  return parameters.map((_, i) => given[ranges.indexOf(i)] ?? "");
}
