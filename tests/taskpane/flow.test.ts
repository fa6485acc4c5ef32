import { readExtract } from "../../src/extracts/read-extract";
import type { ReadFile } from "../../src/scorecard/inspect-files";
import type { WorkbookPlan } from "../../src/workbook/plan";
import type { RenderOptions, RenderOutcome } from "../../src/workbook/render-in-excel";
import { createFlow } from "../../taskpane/scorecard/flow";
import { statusOf, type State } from "../../taskpane/scorecard/state";

const file = (name: string, csv: string): ReadFile => ({
  name,
  sha256: csv,
  reading: readExtract({ name, bytes: new TextEncoder().encode(csv) }),
});
const smart = (name: string, ...rows: string[]) =>
  file(name, ["nummer,onderdeel,doelstelling,norm,eenheid,peildatum,behaald", ...rows].join("\n"));
const goodRow = "1,,Meer aandacht,37.4,%,2021-12-31,Nee";
const faultyRow = "2,,Meer aandacht,veel,%,2021-12-31,Ja";
const files =
  (...read: ReadFile[]) =>
  () =>
    Promise.resolve(read);

/** A flow with what it showed and what it wrote; `existing` are sheets that the workbook has. */
function flowWith(existing: string[] = [], failure?: Error) {
  const shown: State[] = [];
  const written: { plan: WorkbookPlan; replace: boolean }[] = [];
  const write = (plan: WorkbookPlan, { replace, progress }: RenderOptions): Promise<RenderOutcome> => {
    if (failure) return Promise.reject(failure);
    if (existing.length > 0 && !replace) return Promise.resolve({ written: false, existing });
    progress?.({ done: 1, of: 3 });
    written.push({ plan, replace });
    return Promise.resolve({ written: true, sheets: plan.sheets.map(({ name }) => name) });
  };
  const flow = createFlow({
    show: (state) => shown.push(state),
    write,
    explain: (error) => `Uitleg: ${(error as Error).message}`,
    made: () => ({ version: "0.0.0", moment: new Date("2026-11-23T12:00:00Z") }),
  });
  return { flow, shown, written, steps: () => shown.map(({ step }) => step) };
}

describe("making a scorecard in the pane", () => {
  it("goes on to the end without a question when nothing is in the way", async () => {
    const { flow, steps, shown, written } = flowWith();
    await flow.start(files(smart("smart.csv", goodRow)));
    expect(steps()).toEqual(["reading", "writing", "writing", "done"]);
    expect(shown.at(-1)).toMatchObject({ sheets: ["Scorecard", "SMART", "Bronnen", "Extract smart"] });
    expect(written).toHaveLength(1);
  });

  it("asks before it leaves out faulty rows, and names file, line and column", async () => {
    const { flow, shown, steps, written } = flowWith();
    await flow.start(files(smart("smart.csv", goodRow, faultyRow)));
    const asked = shown.at(-1) as State & { step: "faulty" };
    expect(asked.step).toBe("faulty");
    expect(statusOf(asked)).toBe("1 regel met een fout. Kies of KNAP zonder verdergaat.");
    expect(asked.inspection.faulty[0].faults[0].message).toMatch(/smart\.csv.*regel 3.*norm/);
    expect(written).toEqual([]);
    await flow.goOn();
    expect(steps().at(-1)).toBe("done");
  });

  it("asks before it goes on without a file that is no extract", async () => {
    const { flow, shown } = flowWith();
    await flow.start(files(smart("smart.csv", goodRow), file("lijst.csv", "a;b\n1;2")));
    expect(statusOf(shown[shown.length - 1])).toMatch(/^1 bestand is geen extract/);
  });

  it("refuses the same file twice, and files of which none is an extract", async () => {
    const { flow, steps } = flowWith();
    await flow.start(files(smart("a.csv", goodRow), smart("b.csv", goodRow)));
    await flow.start(files(file("lijst.csv", "a;b\n1;2")));
    expect(steps()).toEqual(["reading", "refused", "reading", "refused"]);
  });

  it("asks before it replaces sheets", async () => {
    const { flow, shown, steps, written } = flowWith(["Scorecard"]);
    await flow.start(files(smart("smart.csv", goodRow)));
    expect(shown.at(-1)).toMatchObject({ step: "replace", existing: ["Scorecard"] });
    expect(written).toEqual([]);
    await flow.goOn();
    expect(steps().at(-1)).toBe("done");
    expect(written).toMatchObject([{ replace: true }]);
  });

  it("writes nothing when the user cancels while files are read", async () => {
    const { flow, steps, written } = flowWith();
    let finish: (read: ReadFile[]) => void = () => undefined;
    const started = flow.start(() => new Promise((resolve) => (finish = resolve)));
    flow.cancel();
    finish([smart("smart.csv", goodRow)]);
    await started;
    expect(steps()).toEqual(["reading", "start"]);
    expect(written).toEqual([]);
  });

  it("writes nothing when the user says no to a question", async () => {
    const { flow, steps, written } = flowWith(["Scorecard"]);
    await flow.start(files(smart("smart.csv", goodRow)));
    flow.cancel();
    await flow.goOn();
    expect(steps().at(-1)).toBe("start");
    expect(written).toEqual([]);
  });

  it("says what went wrong", async () => {
    const { flow, shown } = flowWith([], new Error("vol"));
    await flow.start(files(smart("smart.csv", goodRow)));
    expect(shown.at(-1)).toEqual({ step: "failed", message: "Uitleg: vol" });
  });
});
