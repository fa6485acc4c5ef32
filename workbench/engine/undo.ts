import {
  type IMutationInfo,
  CommandType,
  ICommandService,
  IUndoRedoService,
  RedoCommand,
  UndoCommand,
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

/** @param tell called when something that is not Univer's was put back */
export function undoOf(univer: Univer, unitID: string, tell: () => void): Undo {
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const steps = injector.get(IUndoRedoService);
  let isInStep = false;
  const push: Undo["push"] = (undo, redo) =>
    steps.pushUndoRedo({ unitID, undoMutations: [undo], redoMutations: [redo] });
  commands.registerCommand({
    id: putBackId,
    type: CommandType.MUTATION,
    handler: (_, params?: { kept: Kept; taken: unknown }) => {
      params?.kept.putBack(structuredClone(params.taken));
      tell();
      return true;
    },
  });
  return {
    asOneStep: async (work, kept) => {
      if (isInStep) return await work();
      isInStep = true;
      const before = kept?.take();
      const step = steps.__tempBatchingUndoRedo(unitID);
      try {
        return await work();
      } finally {
        const after = kept?.take();
        if (kept && JSON.stringify(before) !== JSON.stringify(after))
          push(
            { id: putBackId, params: { kept, taken: before } },
            { id: putBackId, params: { kept, taken: after } },
          );
        step.dispose();
        isInStep = false;
      }
    },
    push,
    forget: () => steps.clearUndoRedo(unitID),
    undo: () => commands.executeCommand(UndoCommand.id),
    redo: () => commands.executeCommand(RedoCommand.id),
  };
}
