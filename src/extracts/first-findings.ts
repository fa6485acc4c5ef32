import type { Finding } from "./finding";

/** Of so many faults the sentences are kept; the others are counted. */
export const MOST_FAULTS = 1000;

/** The first findings of a file by line, and how many there are in all: a million of them would fill the memory. */
export class FirstFindings {
  count = 0;
  private kept: Finding[] = [];

  add(finding: Finding): void {
    this.count += 1;
    this.kept.push(finding);
    // Not at every finding, so that it takes no time.
    if (this.kept.length >= 2 * MOST_FAULTS) this.kept = this.first();
  }

  /** By line; those of one line in the order in which they were added. */
  first(): Finding[] {
    return [...this.kept].sort((a, b) => a.line - b.line).slice(0, MOST_FAULTS);
  }
}
