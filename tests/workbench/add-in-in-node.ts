import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FunctionDescription } from "../../workbench/engine/custom-functions";
import { headlessUniver } from "../../workbench/engine/headless-univer";
import { nodeWindow, type NodeWindow } from "../office-js/node-window";
import { createWorkbench, type Workbench } from "../../workbench/host/workbench";

const root = join(__dirname, "../..");
const origin = "https://localhost";

export interface AddInInNode {
  bench: Workbench;
  window: NodeWindow;
  /** Loads the add-in anew beside the same workbook; gives its globals. */
  restart: () => Promise<Record<string, unknown>>;
  /** How many batches the add-in sent. */
  batches: () => number;
  run: <T>(work: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;
  /** The error that a piece of work ends with; null when it succeeds. */
  failureOf: (
    work: (context: Excel.RequestContext) => Promise<unknown>,
  ) => Promise<OfficeExtension.Error | null>;
}

/** The built functions with Microsoft's own Office.js in Node, and the workbench that they take for Excel. */
export async function addInInNode(excelApi: number): Promise<AddInInNode> {
  const { functions, allowCustomDataForDataTypeAny: takesErrors } = JSON.parse(
    readFileSync(join(root, "dist/functions.json"), "utf8"),
  ) as { functions: FunctionDescription[]; allowCustomDataForDataTypeAny?: boolean };
  let sent = 0;
  const bench: Workbench = createWorkbench({
    univer: headlessUniver(),
    namespace: "KNAP",
    functions,
    takesErrors,
    origin,
    excelApi,
    post: (text) => window.post(text),
  });
  let window: NodeWindow;
  const open = async () => {
    window = nodeWindow(join(root, "node_modules/@microsoft/office-js/dist"), origin, (text) => {
      if (text.includes('"DispatchId":93')) sent += 1;
      void bench.host.receive(text);
    });
    window.load(join(root, "dist/functions.js"));
    await (window.globals.Office as typeof Office).onReady();
    await bench.ready();
    return window.globals;
  };
  await open();
  const run = <T>(work: (context: Excel.RequestContext) => Promise<T>) =>
    (window.globals.Excel as typeof Excel).run(work);
  return {
    bench,
    get window() {
      return window;
    },
    restart: () => {
      bench.restart();
      return open();
    },
    batches: () => sent,
    run,
    failureOf: (work) =>
      run(work).then(
        () => null,
        (error: OfficeExtension.Error) => error,
      ),
  };
}
