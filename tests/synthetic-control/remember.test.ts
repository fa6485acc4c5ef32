import type { SyntheticPanel } from "../../src/synthetic-control/panel";
import { remember, sharedSteps } from "../../src/synthetic-control/remember";
import { sharedEffectRange, sharedFit, sharedPlacebos } from "../../src/synthetic-control/shared-fits";

/** A new panel each time, as each cell of a sheet makes its own from the range. */
const panel = (first = 1): SyntheticPanel => ({
  treated: [first, 2, 9],
  donors: [
    [1, 2, 4],
    [2, 3, 5],
  ],
  prePeriods: 2,
});

describe("the memory of a calculation", () => {
  it("calculates equal panels with equal options once", () => {
    let calculations = 0;
    const counted = remember((given: SyntheticPanel, factor: number) => {
      calculations += 1;
      return given.treated.map((value) => value * factor);
    });
    expect(counted(panel(), 2)).toBe(counted(panel(), 2));
    expect(calculations).toBe(1);
  });

  it("tells panels and options apart", () => {
    const own = remember((given: SyntheticPanel, factor: number) => ({ given, factor }));
    const first = own(panel(), 2);
    expect(own(panel(), 3).factor).toBe(3);
    expect(own(panel(1.5), 2).given.treated[0]).toBe(1.5);
    expect(own({ ...panel(), prePeriods: 3 }, 2).given.prePeriods).toBe(3);
    expect(own({ ...panel(), donors: panel().donors.slice(1) }, 2).given.donors).toHaveLength(1);
    expect(own(panel(), 2)).toBe(first);
  });

  it("is short: what was not asked for in a while is calculated anew", () => {
    const own = remember((given: SyntheticPanel) => ({ given }));
    const first = own(panel(), null);
    for (let i = 2; i < 20; i++) own(panel(i), null);
    expect(own(panel(), null)).not.toBe(first);
  });

  it("does not remember a failure", () => {
    let calculations = 0;
    const failing = remember(() => {
      calculations += 1;
      throw new Error("stuk");
    });
    expect(() => failing(panel(), null)).toThrow("stuk");
    expect(() => failing(panel(), null)).toThrow("stuk");
    expect(calculations).toBe(2);
  });

  it("is that of the fits, the placebo runs and the effect ranges that cells ask for", () => {
    expect(sharedFit(panel(), {})).toBe(sharedFit(panel(), {}));
    expect(sharedFit(panel(), {})).not.toBe(sharedFit(panel(), { penalty: 1 }));
    const [run] = sharedPlacebos(panel(), {});
    expect([...sharedPlacebos(panel(), {})][0]).toBe(run);
    const [range] = sharedEffectRange(panel(), {});
    expect([...sharedEffectRange(panel(), {})][0]).toBe(range);
  });
});

describe("steps that are shared", () => {
  const counting = () => {
    const made: number[] = [];
    const source = (function* () {
      for (let i = 0; i < 4; i++) {
        made.push(i);
        yield i;
      }
    })();
    return { made, listen: sharedSteps(source) };
  };

  it("are made once for listeners that take turns, and each gets all of them", () => {
    const { made, listen } = counting();
    const [a, b] = [listen(), listen()];
    expect([a.next().value, b.next().value, b.next().value, a.next().value]).toEqual([0, 0, 1, 1]);
    expect(made).toEqual([0, 1]);
    expect([[...a], [...b], [...listen()]]).toEqual([
      [2, 3],
      [2, 3],
      [0, 1, 2, 3],
    ]);
    expect(made).toEqual([0, 1, 2, 3]);
  });

  it("go on for the others when one stops listening", () => {
    const { listen } = counting();
    const [a, b] = [listen(), listen()];
    a.next();
    a.return();
    expect([...b]).toEqual([0, 1, 2, 3]);
  });

  it("fail for every listener, also for one that comes later", () => {
    const listen = sharedSteps(
      (function* () {
        yield 1;
        throw new Error("stuk");
      })(),
    );
    expect(() => [...listen()]).toThrow("stuk");
    expect(() => [...listen()]).toThrow("stuk");
  });
});
