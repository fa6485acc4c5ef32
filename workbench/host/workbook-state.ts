import type { Engine } from "../engine/engine";
import type { Kept } from "../engine/undo";
import type { ConditionalFormat } from "./model/conditional-format";
import type { Comment } from "./model/comment";
import type { XmlPart } from "./model/custom-xml";
import type { Validation } from "./model/data-validation";
import type { ChartModel } from "./model/chart";
import type { TableOptions } from "./model/table";
import type { DefinedName } from "./model/named-item";
import type { HostObject } from "./object-model";

/** What the objects of one open workbook share. */
export interface WorkbookState {
  engine: Engine;
  /** The objects that the client keeps between batches, by reference id. */
  references: Map<string, HostObject>;
  /** The first has the highest priority. */
  conditionalFormats: ConditionalFormat[];
  charts: ChartModel[];
  names: DefinedName[];
  comments: Comment[];
  validations: Validation[];
  /** Of https://learn.microsoft.com/javascript/api/excel/excel.settingcollection */
  settings: Map<string, unknown>;
  /** Of `Office.context.document.settings`: the text of each by its name. */
  documentSettings: Map<string, string>;
  xmlParts: XmlPart[];
  /** The password of each, empty for none. */
  protectedSheets: Map<string, string>;
  /** By the id of the table. */
  tableOptions: Map<string, TableOptions>;
  /** By the id of the table. */
  tableStyles: Map<string, string>;
  /** Calculation waits until the batch is done. */
  isSuspended: boolean;
  /** The events that the add-in asked for, and how many times. */
  listeningTo: Map<string, number>;
  /** https://learn.microsoft.com/javascript/api/excel/excel.runtime#excel-excel-runtime-enableevents-member */
  enableEvents: boolean;
  /** For the ids of what the add-in makes. */
  lastId: number;
}

/** What Ctrl+Z puts back besides what is in the cells. Assumed, to be confirmed in Excel: settings and XML parts are no part of it. */
export const keptOf = (state: WorkbookState): Kept => ({
  take: () => {
    const { conditionalFormats, charts, names, comments, validations, tableOptions, tableStyles } = state;
    const maps = { tableOptions: [...tableOptions], tableStyles: [...tableStyles] };
    return structuredClone({ conditionalFormats, charts, names, comments, validations, ...maps });
  },
  putBack: (taken) => {
    const { tableOptions, tableStyles, ...lists } = taken as Pick<WorkbookState, "charts"> & {
      tableOptions: [string, TableOptions][];
      tableStyles: [string, string][];
    };
    Object.assign(state, lists, { tableOptions: new Map(tableOptions), tableStyles: new Map(tableStyles) });
  },
});

export const newWorkbookState = (engine: Engine): WorkbookState => ({
  engine,
  references: new Map(),
  conditionalFormats: [],
  charts: [],
  names: [],
  comments: [],
  validations: [],
  settings: new Map(),
  documentSettings: new Map(),
  xmlParts: [],
  protectedSheets: new Map(),
  tableOptions: new Map(),
  tableStyles: new Map(),
  isSuspended: false,
  listeningTo: new Map(),
  enableEvents: true,
  lastId: 0,
});
