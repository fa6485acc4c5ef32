import { CellError } from "../src/measures/cells";
import type { Steps } from "../src/measures/function-record";

/** The pane runs in the same thread (shared runtime): a slice is short enough not to be felt while typing. */
const sliceInMs = 15;

/**
 * Takes the steps of a long calculation in slices, and lets the thread do other work in between.
 *
 * A worker would keep the thread freer still, but its steps could not share fits with the other cells of the sheet.
 *
 * @param isCancelled asked after each slice
 * @throws CellError `#N/A` when it was cancelled; Excel no longer waits for the result then
 */
export async function inSlices<Result>(steps: Steps<Result>, isCancelled: () => boolean): Promise<Result> {
  for (let sliceEnd = Date.now() + sliceInMs; ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (Date.now() < sliceEnd) continue;
    await otherWork();
    if (isCancelled()) throw new CellError("#N/A", "De berekening is afgebroken.");
    sliceEnd = Date.now() + sliceInMs;
  }
}

/** Resolves after what already waits for the thread. A timer would do, but browsers slow it down in a hidden pane. */
function otherWork(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
