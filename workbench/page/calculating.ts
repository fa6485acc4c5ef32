import type { Change } from "../engine/changes";
import type { Engine } from "../engine/engine";

/** After these no formula is calculated. */
const without: Change["kind"][] = ["calculated", "formatted", "selected", "activated"];

/** Says so while formulas are being calculated: until then what is on the sheet may be of before the change. */
export function showCalculating(engine: Engine, place: HTMLElement): void {
  let changes = 0;
  let isWaiting = false;
  const wait = async () => {
    isWaiting = true;
    place.textContent = "Er wordt gerekend…";
    for (let seen = -1; seen !== changes;) {
      seen = changes;
      await engine.settled();
    }
    place.textContent = "";
    isWaiting = false;
  };
  engine.onChange(({ kind }) => {
    if (without.includes(kind)) return;
    changes += 1;
    if (!isWaiting) void wait();
  });
}
