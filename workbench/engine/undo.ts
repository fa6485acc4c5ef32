import {
  CommandType,
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  LocalUndoRedoService,
  RedoCommand,
  UndoCommand,
  type IMutationInfo,
  type IUndoRedoItem,
  type Univer,
} from "@univerjs/core";

/** What belongs to the workbook and is not Univer's, such as its charts. */
export interface Kept {
  /** As it is now, in plain data. */
  take: () => unknown;
  putBack: (taken: unknown) => void;
}

export interface Undo {
  /** What the work changes becomes one step: one Ctrl+Z takes all of it back. */
  asOneStep: <T>(work: () => T | Promise<T>, kept?: Kept) => Promise<T>;
  /** Adds to the step that is being made, or makes one. */
  push: (undo: IMutationInfo, redo: IMutationInfo) => void;
  /** Nothing that was done until now can be taken back. */
  forget: () => void;
  undo: () => Promise<boolean>;
  redo: () => Promise<boolean>;
}

const putBackId = "knap.mutation.put-back";

/** The parts of the step that is being made in a workbook. */
const partsOf = new Map<string, IUndoRedoItem[]>();

/** Univer's own way to make one step of several takes the first of them back first. */
function keepPartsOfSteps(): void {
  const prototype = LocalUndoRedoService.prototype as IUndoRedoService & { [isMended]?: true };
  if (prototype[isMended]) return;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its own object
  const original = prototype.pushUndoRedo;
  prototype[isMended] = true;
  prototype.pushUndoRedo = function (this: IUndoRedoService, item) {
    const parts = partsOf.get(item.unitID);
    if (parts) parts.push(item);
    else original.call(this, item);
  };
}

const isMended = Symbol("parts of steps");

/** @param tell called when something that is not Univer's was put back */
export function undoOf(univer: Univer, unitID: string, tell: () => void): Undo {
  keepPartsOfSteps();
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  commands.registerCommand({
    id: putBackId,
    type: CommandType.MUTATION,
    handler: (_, params?: { kept: Kept; taken: unknown }) => {
      params?.kept.putBack(structuredClone(params.taken));
      tell();
      return true;
    },
  });
  const push: Undo["push"] = (undo, redo) =>
    injector.get(IUndoRedoService).pushUndoRedo({ unitID, undoMutations: [undo], redoMutations: [redo] });
  // Univer's commands are about the workbook that has the focus; without a page none has.
  const inFocus = (command: string) => {
    injector.get(IUniverInstanceService).focusUnit(unitID);
    return commands.executeCommand(command);
  };
  return {
    asOneStep: async (work, kept) => {
      if (partsOf.has(unitID)) return await work();
      const parts: IUndoRedoItem[] = [];
      partsOf.set(unitID, parts);
      const before = kept?.take();
      try {
        return await work();
      } finally {
        const after = kept?.take();
        if (kept && JSON.stringify(before) !== JSON.stringify(after))
          push(
            { id: putBackId, params: { kept, taken: before } },
            { id: putBackId, params: { kept, taken: after } },
          );
        partsOf.delete(unitID);
        if (parts.length > 0)
          injector.get(IUndoRedoService).pushUndoRedo({
            unitID,
            undoMutations: parts.toReversed().flatMap(({ undoMutations }) => undoMutations),
            redoMutations: parts.flatMap(({ redoMutations }) => redoMutations),
          });
      }
    },
    push,
    forget: () => injector.get(IUndoRedoService).clearUndoRedo(unitID),
    undo: () => inFocus(UndoCommand.id),
    redo: () => inFocus(RedoCommand.id),
  };
}
