/** The command was given in a way that cannot be carried out; the message is Dutch and says what to do. */
export class UsageError extends Error {}

/** The input or the disk stands in the way: a file that cannot be read or written, an extract with faults. */
export class InputError extends Error {}

/** What the exit code of the command says. */
export const exitCode = { done: 0, faultyInput: 1, wrongUse: 2, ownFault: 70 } as const;
