import type { CellValue } from "../engine/cell-value";
import type { Call, Caller } from "../engine/custom-functions";
import type { HostObject, ObjectType } from "./object-model";
import type { RichMessage } from "./office-host";

const invocation = { kind: 1, call: 1000, cancel: 1001 };

/** Flags of a call, from the description of the function. */
const cancelableFlag = 1;

/** What the add-in's runtime answers: `[id, whether it succeeded, value or message, error code]`. */
type InvocationResult = [id: number, ok: boolean, value: unknown, code?: number];

/** https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-errors; other codes show as #VALUE! */
const errorOfCode: Record<number, string> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
};

export interface FunctionCaller extends Caller {
  /** The services that the add-in's runtime turns to. */
  services: Record<string, HostObject>;
  /** Resolves when the runtime takes calls. */
  ready: () => Promise<void>;
  /** The runtime is started anew: what it has not answered by then is asked when it takes calls. */
  restart: () => void;
}

/** Calls custom functions in the add-in's own runtime, by messages as Excel sends them. */
export function functionCaller(tell: (messages: RichMessage[]) => void): FunctionCaller {
  const waiting = new Map<number, { answer: (table: CellValue[][]) => void; ask: () => void }>();
  let isReady: () => void;
  let takesCalls = false;
  const notYet = () => {
    takesCalls = false;
    return new Promise<void>((resolve) => (isReady = resolve));
  };
  let ready = notYet();

  const take = (results: InvocationResult[]) => {
    for (const [id, ok, value, code] of results) {
      const error = { error: errorOfCode[code ?? 0] ?? "#VALUE!", message: String(value) };
      waiting.get(id)?.answer(ok ? tableOf(value) : [[error]]);
      waiting.delete(id);
    }
    return null;
  };
  const send = (id: number, type: number, message: unknown) =>
    tell([[invocation.kind, type, "", JSON.stringify(message), id, false]]);

  return {
    ready: () => ready,
    restart: () => {
      ready = notYet();
    },
    services: {
      "Microsoft.ExcelServices.CustomFunctions": service("CustomFunctions", {
        _SetOsfControlContainerReadyForCustomFunctions: () => {
          takesCalls = true;
          isReady();
          waiting.forEach(({ ask }) => ask());
          return null;
        },
        _GetEnabledFeatures: () => [],
        SetInvocationArrayResults: take,
      }),
      "Microsoft.InternalService.AddinInternalService": service("AddinInternalService", {
        NotifyActionHandlerReady: () => null,
      }),
    },
    call: ({ id, name, parameters, address, parameterAddresses, cancelable }: Call) =>
      new Promise((answer) => {
        const flags = cancelable ? cancelableFlag : 0;
        const ask = () =>
          send(id, invocation.call, [id, name, parameters, address, flags, parameterAddresses]);
        waiting.set(id, { answer, ask });
        if (takesCalls) ask();
      }),
    cancel: (id) => {
      waiting.delete(id);
      if (!takesCalls) return;
      send(id, invocation.cancel, { invocationId: id });
    },
  };
}

function service(name: string, methods: Record<string, (...args: never[]) => unknown>): HostObject {
  const type: ObjectType = {
    name,
    scalars: {},
    methods: Object.fromEntries(
      Object.entries(methods).map(([method, call]) => [
        method,
        { since: 0, call: (_: never, ...args: never[]) => call(...args) },
      ]),
    ),
  };
  return { type };
}

/** An error in a table comes as an object; what JSON cannot hold, such as NaN, comes as null. */
function tableOf(value: unknown): CellValue[][] {
  const table = (Array.isArray(value) ? value : [[value]]) as unknown[][];
  return table.map((row) =>
    row.map((cell) => {
      if (typeof cell === "object" && cell !== null && "basicValue" in cell) {
        return { error: String(cell.basicValue) };
      }
      return cell as CellValue;
    }),
  );
}
