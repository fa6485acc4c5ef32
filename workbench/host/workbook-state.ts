import type { Engine } from "../engine/engine";
import type { HostObject } from "./object-model";

/** What the objects of one open workbook share. */
export interface WorkbookState {
  engine: Engine;
  /** The objects that the client keeps between batches, by reference id. */
  references: Map<string, HostObject>;
}

export const newWorkbookState = (engine: Engine): WorkbookState => ({ engine, references: new Map() });
