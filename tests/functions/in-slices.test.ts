import { inSlices } from "../../functions/in-slices";

describe("a calculation in slices", () => {
  it("gives its result", async () => {
    const steps = (function* () {
      yield;
      return "klaar";
    })();
    expect(await inSlices(steps, () => false)).toBe("klaar");
  });

  it("lets other work run, without which these steps would never end", async () => {
    let isOtherWorkDone = false;
    setTimeout(() => (isOtherWorkDone = true));
    const steps = (function* () {
      while (!isOtherWorkDone) yield;
      return "klaar";
    })();
    expect(await inSlices(steps, () => false)).toBe("klaar");
  });

  it("stops when it is cancelled", async () => {
    let isCancelled = false;
    setTimeout(() => (isCancelled = true));
    const endless = (function* (): Generator<void, string, void> {
      for (;;) yield;
    })();
    await expect(inSlices(endless, () => isCancelled)).rejects.toThrow("De berekening is afgebroken.");
  });

  it("passes on a failure", async () => {
    const failing = (function* (): Generator<void, string, void> {
      yield;
      throw new Error("stuk");
    })();
    await expect(inSlices(failing, () => false)).rejects.toThrow("stuk");
  });
});
