import { refusal, runBatch, type Batch, type Session } from "./batch";
import { generalException } from "./host-error";
import type { EventQueue } from "./event-queue";
import { faultOf, isInCell, responseTooLarge, type Faults } from "./faults";

/** A message between Office.js and its host, as Office on the web exchanges them by postMessage. */
interface Message {
  _messageType: number;
  _actionName: string;
  _actionType: number;
  _conversationId: string;
  _correlationId: string;
  _data?: {
    DdaMethod?: { DispatchId: number };
    ArrayData?: unknown[];
    DdaSettingsMethod?: { Properties: [name: string, text: string][] };
  };
}

const messageType = { request: 0, response: 1 };
const actionType = { invoke: 0, register: 1, unregister: 2 };
const responseType = { reply: 0, event: 1 };
const dispatch = { loadSettings: 75, saveSettings: 76, batch: 93, commandDone: 94 };

/** `DelayForCellEdit` among the flags of a request: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-delay-in-cell-edit */
const waitsForCellEdit = 64;

/** What an add-in can listen to. */
const events = ["richApiMessage", "appCommandInvoked", "documentSelectionChanged"];

/** Of what the add-in only tells, such as where it is. */
const notice = "ContextActivationManager_notifyHost";

/** An entry of the event `richApiMessage`: a call of a custom function (1) or an event of the workbook (65536). */
export type RichMessage = [
  kind: number,
  type: number,
  target: string,
  json: string,
  id: number,
  isRemote: boolean,
];

export interface HostOptions {
  session: Session;
  /** Of `Office.context.document.settings`: the text of each by its name. */
  documentSettings: Map<string, string>;
  faults: Faults;
  /** Called after each batch, before its answer goes. */
  afterBatch: () => void;
  /** Does what an actor does, so that events say who it was. */
  as: EventQueue["as"];
  /** Makes what is done one step of Ctrl+Z. */
  asOneStep: <T>(work: () => T | Promise<T>) => Promise<T>;
  /** Called when the answer to a batch has gone. */
  answered: () => void;
  /** Where the host page is, such as `https://localhost:3000`. */
  origin: string;
  /** The requirement sets that the host declares, such as `{ ExcelApi: "1.12" }`. */
  requirementSets: Readonly<Record<string, string>>;
  /** Sends text to the add-in. */
  post: (text: string) => void;
}

export interface OfficeHost {
  /** Takes a message of the add-in. */
  receive: (text: string) => Promise<void>;
  /** Sends a message of the host's own accord; the add-in must have asked for those. */
  tell: (messages: RichMessage[]) => void;
  /** Sends an event of Office's older kind, if the add-in asked for it. */
  notify: (name: string, data: unknown) => void;
  /**
   * Presses a button of the ribbon that runs a function; resolves when the function says that it is done:
   * https://learn.microsoft.com/javascript/api/office/office.addincommands.event#office-office-addincommands-event-completed-member(1)
   */
  runCommand: (functionName: string) => Promise<void>;
  /** How many batches the add-in has sent. */
  batches: () => number;
  /** Forgets the add-in, which is loaded anew. */
  forget: () => void;
}

/** The host's side of the conversation with Office.js: what it is, batches, and events. */
export function createOfficeHost({
  session,
  documentSettings,
  faults,
  afterBatch,
  as,
  asOneStep,
  answered,
  origin,
  requirementSets,
  post,
}: HostOptions): OfficeHost {
  const registered = new Map<string, Message>();
  let batches = 0;

  const send = ({ _actionName, _conversationId, _correlationId }: Message, data: unknown, type: number) =>
    post(
      JSON.stringify({
        _messageType: messageType.response,
        _actionName,
        _conversationId,
        _correlationId,
        _origin: origin,
        _data: data,
        _errorCode: 0,
        _responseType: type,
        _serializerVersion: 1,
      }),
    );
  const reply = (message: Message, data: unknown) => send(message, data, responseType.reply);

  // An add-in that is loaded anew gets no answers to the questions of the one before it, nor events that it did not ask for anew:
  // https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events#lifecycle-of-an-event-handler
  let conversation = 0;
  const commandsDone: (() => void)[] = [];
  let lastBatch: Promise<void> = Promise.resolve();
  const answerOf = async (message: Message): Promise<string> => {
    const body = String(message._data?.ArrayData?.[4]);
    const batch = JSON.parse(body) as Batch;
    const flags = Number(message._data?.ArrayData?.[6] ?? 0);
    while (isInCell(faults) && flags & waitsForCellEdit) await pause(20);
    if (faults.delay > 0) await pause(faults.delay);
    await as("other user", () => faults.otherUser?.(batches));
    const fault = faultOf(faults, batches, bytesOf(body), batch);
    const answer = fault
      ? refusal(fault)
      : await as("add-in", () => asOneStep(() => runBatch(batch, session)));
    afterBatch();
    const text = JSON.stringify(answer);
    return bytesOf(text) > faults.requestLimit ? JSON.stringify(refusal(responseTooLarge())) : text;
  };
  const answerBatch = async (message: Message) => {
    const asked = conversation;
    batches += 1;
    // A fault of the workbench itself must not leave the add-in waiting for an answer.
    const answer = await answerOf(message).catch((error: unknown) => {
      console.error(error);
      return JSON.stringify(refusal(generalException(error)));
    });
    if (asked !== conversation) return;
    reply(message, { Version: 1, Error: 0, Data: [200, [], answer] });
    answered();
  };

  return {
    receive: async (text) => {
      const message = JSON.parse(text) as Message;
      if (message._messageType !== messageType.request) return;
      const { _actionName: name, _actionType: type, _data: data } = message;
      if (type === actionType.register && events.includes(name)) registered.set(name, message);
      if (type === actionType.unregister) registered.delete(name);
      if (name === "ContextActivationManager_getAppContextAsync") {
        reply(message, appContext(requirementSets, [...documentSettings], faults.isReadOnly));
      } else if (name !== "executeMethod") {
        const isKnown = type === actionType.invoke ? name === notice : events.includes(name);
        if (!isKnown) console.warn(`The workbench does not know ${name}.`);
        reply(message, { Version: 1, Error: isKnown ? 0 : notSupported });
      } else if (data?.DdaMethod?.DispatchId === dispatch.batch) {
        // Assumed, to be confirmed in Excel: one after another.
        const done = lastBatch.then(() => answerBatch(message));
        lastBatch = done.catch(() => undefined);
        await done;
      } else if (data?.DdaMethod?.DispatchId === dispatch.saveSettings) {
        // All of them at once, and what is not among them was removed: https://learn.microsoft.com/javascript/api/office/office.settings
        documentSettings.clear();
        data.DdaSettingsMethod?.Properties.forEach(([key, text]) => documentSettings.set(key, text));
        reply(message, { Version: 1, Error: 0 });
      } else if (data?.DdaMethod?.DispatchId === dispatch.loadSettings) {
        const Settings = [...documentSettings].map(([Name, Value]) => ({ Name, Value }));
        reply(message, { Version: 1, Error: 0, Properties: { Settings } });
      } else if (data?.DdaMethod?.DispatchId === dispatch.commandDone) {
        commandsDone.shift()?.();
        reply(message, { Version: 1, Error: 0 });
      } else {
        reply(message, { Version: 1, Error: notSupported });
      }
    },
    tell: (messages) => {
      const listening = [...registered.values()].find(({ _actionName }) => /rich/i.test(_actionName));
      if (!listening) throw new Error("Office.js has not registered for messages of the host.");
      send(listening, { ArrayData: messages }, responseType.event);
    },
    runCommand: (functionName) =>
      new Promise((resolve, reject) => {
        const listening = registered.get("appCommandInvoked");
        if (!listening) {
          reject(new Error("The add-in takes no commands of the ribbon."));
          return;
        }
        commandsDone.push(resolve);
        const source = JSON.stringify({ source: { id: functionName } });
        send(listening, { 0: functionName, 1: functionName, 2: source }, responseType.event);
      }),
    batches: () => batches,
    forget: () => {
      conversation += 1;
      registered.clear();
      commandsDone.length = 0;
    },
    notify: (name, data) => {
      const listening = registered.get(name);
      if (listening) send(listening, data, responseType.event);
    },
  };
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Of `Office.context.document.mode`. */
const clientMode = { readOnly: 0, readWrite: 1 };

/** Of Office's older kind of errors: the host has no such method. */
const notSupported = 5000;

/** What Office.js wants to know of the application at its start; all of the first group is required. */
function appContext(
  requirementSets: Readonly<Record<string, string>>,
  settings: readonly [name: string, text: string][],
  isReadOnly: boolean,
) {
  return {
    _id: "app1",
    _appName: 16,
    _appVersion: "16.01",
    _appUILocale: "nl-NL",
    _dataLocale: "nl-NL",
    _docUrl: "x",
    _clientMode: isReadOnly ? clientMode.readOnly : clientMode.readWrite,
    _settings: settings,
    _reason: "documentOpened",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: "c",
    _appInstanceId: "app1",
    _requirementMatrix: JSON.stringify(requirementSets),
    _hostFullVersion: "16.0.1.0",
    _appDomains: [],
    _featureGates: {},
  };
}
