import { join } from "node:path";
import { nodeWindow } from "../office-js/node-window";

interface Action {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: { Arguments?: unknown[] };
}

/** A request as Excel gets it. */
export interface Request {
  bytes: number;
  actions: Action[];
  /** The members that it names, of any object. */
  members: Set<string>;
}

export interface RecordingExcel {
  excel: typeof Excel;
  requests: Request[];
}

const office = join(__dirname, "../../node_modules/@microsoft/office-js/dist");
const origin = "https://localhost";

/** Requests that the client makes of its own accord: at its start, and to tidy up. */
const ofTheClient = /^(_RemoveReference|NotifyActionHandlerReady|_SetOsfControlContainerReady\w+)$/;

/**
 * Microsoft's own Office.js before an Excel that says yes to everything and keeps what it is asked: for the number of
 * requests and their size, which need no workbook.
 *
 * @param items what a loaded collection has, by the number of the query from 0
 * @param refuse gives the code of an error for a request that must fail
 */
export async function recordingExcel(
  items: (query: number) => object[] = () => [],
  refuse: (request: Request, index: number) => string | undefined = () => undefined,
): Promise<RecordingExcel> {
  const requests: Request[] = [];
  let queries = 0;
  const answer = (text: string) => {
    const { Actions, ObjectPaths } = JSON.parse(text) as {
      Actions: Action[];
      ObjectPaths: Record<string, { Name: string }>;
    };
    const names = [...Actions, ...Object.values(ObjectPaths)].map(({ Name }) => Name);
    const request = { bytes: Buffer.byteLength(text), actions: Actions, members: new Set(names) };
    const isOfAddIn = !names.some((name) => ofTheClient.test(name));
    if (isOfAddIn) requests.push(request);
    const code = isOfAddIn ? refuse(request, requests.length - 1) : undefined;
    if (code) {
      return {
        Results: [],
        TraceIds: [],
        Error: { Code: code, Message: code, Location: null, ActionIndex: 0 },
      };
    }
    const valueOf = ({ Id, ActionType }: Action) => {
      if (ActionType === 1) return { _Id: `id${Id}`, Id: `id${Id}`, _ReferenceId: `ref${Id}` };
      return ActionType === 2 ? { _Items: items(queries++) } : null;
    };
    return {
      Results: Actions.map((action) => ({ ActionId: action.Id, Value: valueOf(action) })),
      TraceIds: Actions.filter(({ ActionType }) => ActionType === 5).map(({ Id }) => Id),
    };
  };
  const context = {
    ...{ _id: "a", _appName: 16, _appVersion: "16.01", _appUILocale: "nl-NL", _dataLocale: "nl-NL" },
    ...{ _docUrl: "x", _clientMode: 1, _settings: {}, _reason: "documentOpened", _osfControlType: 1 },
    _requirementMatrix: JSON.stringify({ ExcelApi: "1.12" }),
  };
  const receive = (text: string) => {
    const message = JSON.parse(text) as Record<string, unknown> & {
      _data?: { ArrayData?: unknown[]; DdaMethod?: { DispatchId: number } };
    };
    const reply = (data: unknown) =>
      window.post(
        JSON.stringify({
          ...message,
          ...{ _messageType: 1, _origin: origin, _data: data, _errorCode: 0 },
          ...{ _responseType: 0, _serializerVersion: 1 },
        }),
      );
    if (message._actionName === "ContextActivationManager_getAppContextAsync") reply(context);
    else if (message._data?.DdaMethod?.DispatchId === 93) {
      const body = JSON.stringify(answer(String(message._data.ArrayData?.[4])));
      reply({ Version: 1, Error: 0, Data: [200, [], body] });
    } else reply({ Version: 1, Error: 0 });
  };
  const window = nodeWindow(office, origin, receive, {
    // The client watches over its requests for ever, which would keep the tests from ending.
    setInterval: (work: () => void, delay: number) => setInterval(work, delay).unref(),
  });
  await (window.globals.Office as typeof Office).onReady();
  return { excel: window.globals.Excel as typeof Excel, requests };
}
