import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nodeWindow } from "../office-js/node-window";

const officeFolder = join(__dirname, "../../node_modules/@microsoft/office-js/dist");
const dist = join(__dirname, "../../dist");
const ORIGIN = "https://localhost";
/** The kind of object path by which a collection is asked for one of its items. */
const INDEXER = 5;
/** Kinds of message by which the host asks for a function, and takes the question back. */
const INVOKE = 1000;
const CANCEL = 1001;
/** The flag of a call to a function whose metadata says `cancelable`. */
const CANCELABLE = 1;

/** A message between Office.js and its host, as Office on the web exchanges them by postMessage. */
interface Message {
  _messageType: number;
  _actionName: string;
  _actionType: number;
  _conversationId: string;
  _correlationId: string;
  _data: { DdaMethod: { DispatchId: number }; ArrayData: unknown[] };
}

interface Batch {
  Actions: {
    Id: number;
    ActionType: number;
    Name: string;
    QueryInfo?: { Select?: string[] };
    ArgumentInfo?: { Arguments?: unknown[] };
  }[];
  ObjectPaths: Record<
    string,
    { ObjectPathType: number; Name: string; ArgumentInfo?: { Arguments?: unknown[] } }
  >;
}

/** `[id, whether it succeeded, value or message, error code]` */
export type InvocationResult = [number, boolean, unknown, number?];

export interface OfficeInNode {
  /** Calls a custom function the way Excel does, and waits for what it sends back. */
  call(name: string, parameters: unknown[], parameterAddresses: string[]): Promise<InvocationResult>;
  /** Cancels the last call, as Excel does when its cell is edited or recalculated. */
  cancelLast(): void;
  /** How often a function has let other work go first. */
  turnsGiven(): number;
  /** The clock that the add-in looks at. */
  clock: { now(): number };
  /** The ranges that the add-in asked for, as `sheet!range`. */
  rangesRead: string[];
}

/**
 * The real Office.js client, unmodified, in Node, with the built functions of the add-in in a shared runtime. Only the
 * window around it and the host behind it are ours: the host knows one kind of question, the value types of a range.
 *
 * @param valueTypes what the host answers, such as [["Double"], ["Empty"]]
 */
export async function officeInNode(valueTypes: string[][]): Promise<OfficeInNode> {
  const registered = new Map<string, Message>();
  const waiting = new Map<number, (result: InvocationResult) => void>();
  const rangesRead: string[] = [];
  let turns = 0;
  class CountedChannel extends MessageChannel {
    constructor() {
      super();
      turns += 1;
    }
  }

  const answer = ({ Actions, ObjectPaths }: Batch) => {
    for (const { ArgumentInfo, Name } of Actions) {
      if (!/^SetInvocation(Array)?Results$/.test(Name)) continue;
      for (const result of ArgumentInfo?.Arguments?.[0] as InvocationResult[])
        waiting.get(result[0])?.(result);
    }
    if (Actions.some(({ QueryInfo }) => QueryInfo?.Select?.includes("valueTypes"))) {
      const paths = Object.values(ObjectPaths);
      const sheet = paths.find(({ ObjectPathType }) => ObjectPathType === INDEXER)?.ArgumentInfo
        ?.Arguments?.[0];
      const range = paths.find(({ Name }) => Name === "GetRange")?.ArgumentInfo?.Arguments?.[0];
      rangesRead.push(`${String(sheet)}!${String(range)}`);
    }
    return {
      Results: Actions.map(({ Id, QueryInfo }) => ({
        ActionId: Id,
        Value: {
          _ReferenceId: "r1",
          _Id: "s1",
          ...(QueryInfo?.Select?.includes("rowIndex") ? { RowIndex: 0, ColumnIndex: 0 } : {}),
          ...(QueryInfo?.Select?.includes("valueTypes") ? { ValueTypes: valueTypes } : {}),
        },
      })),
      TraceIds: [],
    };
  };

  const send = (message: Message, data: unknown, responseType = 0) => {
    const { _actionName, _conversationId, _correlationId } = message;
    post(
      JSON.stringify({
        _messageType: 1,
        _actionName,
        _conversationId,
        _correlationId,
        _origin: ORIGIN,
        _data: data,
        _errorCode: 0,
        _responseType: responseType,
        _serializerVersion: 1,
      }),
    );
  };

  const clock = class extends Date {};

  const receive = (text: string) => {
    const message = JSON.parse(text) as Message;
    if (message._messageType !== 0) return;
    if (message._actionType === 1) registered.set(message._actionName, message);
    if (message._actionName === "ContextActivationManager_getAppContextAsync") send(message, appContext);
    else if (message._actionName === "executeMethod" && message._data.DdaMethod.DispatchId === 93) {
      const batch = JSON.parse(String(message._data.ArrayData[4])) as Batch;
      send(message, { Version: 1, Error: 0, Data: [200, [], JSON.stringify(answer(batch))] });
    } else send(message, { Version: 1, Error: 0 });
  };

  const { globals, load, post } = nodeWindow(officeFolder, ORIGIN, receive, {
    MessageChannel: CountedChannel,
    Date: clock,
  });
  load(join(dist, "functions.js"));
  await (globals.Office as typeof Office).onReady();
  // The client tells the host that it is ready for functions a few turns after onReady.
  await new Promise((done) => setTimeout(done, 300));

  const { functions } = JSON.parse(readFileSync(join(dist, "functions.json"), "utf8")) as {
    functions: { id: string; parameters: unknown[]; options: { cancelable?: boolean } }[];
  };
  const tell = (messageType: number, message: unknown, id: number) => {
    const listening = [...registered.values()].find(({ _actionName }) => /rich/i.test(_actionName));
    if (!listening) throw new Error("Office.js did not register for messages of the host.");
    send(listening, { ArrayData: [[1, messageType, "", JSON.stringify(message), id, false]] }, 1);
  };

  let lastId = 0;
  return {
    clock,
    rangesRead,
    turnsGiven: () => turns,
    call: (name, parameters, parameterAddresses) =>
      new Promise((resolve) => {
        const id = (lastId += 1);
        waiting.set(id, resolve);
        const described = functions.find((candidate) => candidate.id === name);
        if (!described) throw new Error(`functions.json has no ${name}.`);
        const flags = described.options.cancelable ? CANCELABLE : 0;
        // Excel passes null for what was omitted; the client itself adds nothing.
        const all = described.parameters.map((_, i) => parameters[i] ?? null);
        tell(INVOKE, [id, name, all, "Blad1!C1", flags, parameterAddresses], id);
      }),
    cancelLast: () => tell(CANCEL, { invocationId: lastId }, lastId),
  };
}

const appContext = {
  _id: "app1",
  _appName: 16,
  _appVersion: "16.01",
  _appUILocale: "nl-NL",
  _dataLocale: "nl-NL",
  _docUrl: "x",
  _clientMode: 1,
  _settings: {},
  _reason: "documentOpened",
  _osfControlType: 1,
  _eToken: "",
  _correlationId: "c",
  _appInstanceId: "app1",
  // The floor of the manifest, and the set by which results come back as arrays.
  _requirementMatrix: JSON.stringify({
    ExcelApi: "1.12",
    CustomFunctionsRuntime: "1.3",
    CustomFunctions: "1.7",
    SharedRuntime: "1.1",
  }),
  _hostFullVersion: "16.0.1.0",
  _appDomains: [],
  _featureGates: {},
};
