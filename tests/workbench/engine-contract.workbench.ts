import { blockAt } from "../../workbench/host/model/addresses";
import { createEngine, type Engine } from "../../workbench/engine/engine";
import { headlessUniver } from "../../workbench/engine/headless-univer";
import type { Call, FunctionDescription } from "../../workbench/engine/custom-functions";
import type { CellValue } from "../../workbench/engine/cell-value";

const matrix = (name: string, optional = false) => ({ name, dimensionality: "matrix", optional });
const functions: FunctionDescription[] = [
  { id: "SOM", parameters: [matrix("cijfers")] },
  {
    id: "SYNTH.OPTIES",
    parameters: [matrix("a"), { name: "b", optional: true }, { name: "c", optional: true }],
  },
  { id: "FOUT", parameters: [matrix("a")] },
];

/** Adds numbers; counts cells that are null or 0, as seen by the function. */
const answers: Record<string, (parameters: unknown[]) => CellValue[][]> = {
  SOM: ([cells]) => [[(cells as CellValue[][]).flat().reduce<number>((sum, cell) => sum + Number(cell), 0)]],
  "SYNTH.OPTIES": (parameters) => [[JSON.stringify(parameters)]],
  FOUT: () => [[{ error: "#N/A" }]],
};

/** What the workbench relies on in Univer and in our adapter; a newer Univer must pass it too. */
describe("the engine's contract", () => {
  let engine: Engine;
  let sheet: string;
  let calls: Call[];
  let cancelled: number[];
  let isSilent: boolean;
  beforeEach(() => {
    calls = [];
    cancelled = [];
    isSilent = false;
    engine = createEngine(headlessUniver(), {
      namespace: "KNAP",
      functions,
      caller: {
        call: (call) => {
          calls.push(call);
          return isSilent ? new Promise(() => {}) : Promise.resolve(answers[call.name](call.parameters));
        },
        cancel: (id) => cancelled.push(id),
      },
    });
    sheet = engine.addSheet("Blad1");
  });
  afterEach(() => {
    engine.dispose();
    jest.restoreAllMocks();
  });
  const at = (address: string) => engine.values(sheet, blockAt(address));
  const value = (address: string) => at(address)[0][0];
  const write = (address: string, cells: (string | number | boolean)[][]) => {
    const { startRow, startColumn } = blockAt(address);
    engine.write(sheet, startRow, startColumn, cells);
  };

  it("knows the native functions that the scorecard and the twins use", async () => {
    write("A1", [
      [9, "ja"],
      [6, "nee"],
      [10, "ja"],
    ]);
    // By hand: 2 of 3 above 8, sum 19 for "ja", the middle of 6, 9, 10 is 9, 9*1+6*0+10*1 = 19.
    const formulas = {
      '=COUNTIFS(A1:A3,">8")': 2,
      '=SUMIFS(A1:A3,B1:B3,"ja")': 19,
      "=MEDIAN(A1:A3)": 9,
      '=SUMPRODUCT(A1:A3*(B1:B3="ja"))': 19,
      '=IFERROR(INDEX(A1:A3,MATCH("geen",B1:B3,0)),"weg")': "weg",
      '=XLOOKUP("nee",B1:B3,A1:A3)': 6,
      "=LET(x,A1,x+1)": 10,
      '=IF(A1>A2,"hoger","lager")': "hoger",
      "=ROUND(2/3,2)": 0.67,
      "=1=1": true,
    };
    write(
      "D1",
      Object.keys(formulas).map((formula) => [formula]),
    );
    await engine.settled();
    expect(at("D1:D10").flat()).toEqual(Object.values(formulas));
  });

  it("gives the errors of native functions by their name", async () => {
    write("A1", [["=1/0", "=NA()", '="a"+1', "=ONBEKEND(1)", "=SQRT(-1)"]]);
    await engine.settled();
    expect(at("A1:E1")[0]).toEqual(
      ["#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!"].map((error) => ({ error })),
    );
  });

  it("does not call a function with an error among its cells: it shows #VALUE!", async () => {
    write("A1", [[1], ["=1/0"], ["=KNAP.SOM(A1:A2)"]]);
    await engine.settled();
    expect(calls).toEqual([]);
    expect(value("A3")).toEqual({ error: "#VALUE!" });
  });

  it("calls a function that takes errors with the data type of one, and waits for what is busy", async () => {
    engine.dispose();
    engine = createEngine(headlessUniver(), {
      namespace: "KNAP",
      functions,
      takesErrors: true,
      caller: {
        call: (call) => {
          calls.push(call);
          return Promise.resolve(answers[call.name](call.parameters));
        },
        cancel: (id) => cancelled.push(id),
      },
    });
    sheet = engine.addSheet("Blad1");
    write("A1", [[1], ["=1/0"], ["=KNAP.SYNTH.OPTIES(A1:A2)"]]);
    await engine.settled();
    expect(JSON.parse(String(value("A3")))).toEqual([
      [[1], [{ type: "Error", basicType: "Error", basicValue: "#DIV/0!" }]],
      null,
      null,
    ]);
  });

  it("shows the error that a function answers, and IFERROR takes it away", async () => {
    write("A1", [["=KNAP.FOUT(1)", '=IFERROR(KNAP.FOUT(2),"geen cijfer")', "=A1+1"]]);
    await engine.settled();
    expect(at("A1:C1")[0]).toEqual([{ error: "#N/A" }, "geen cijfer", { error: "#N/A" }]);
  });

  it("takes small letters, points in the name, and passes null for what is omitted", async () => {
    write("A1", [["=knap.synth.opties(5)", '=KNAP.SYNTH.OPTIES(5,,"x")']]);
    await engine.settled();
    expect(at("A1:B1")[0]).toEqual(["[[[5]],null,null]", '[[[5]],null,"x"]']);
  });

  it("refuses too few and too many arguments without a call", async () => {
    write("A1", [["=KNAP.SOM()", "=KNAP.SOM(1,2)"]]);
    await engine.settled();
    expect(at("A1:B1")[0]).toEqual([{ error: "#N/A" }, { error: "#N/A" }]);
    expect(calls).toEqual([]);
  });

  it("passes a blank as null, as Excel on the web does, or as 0, as desktop Excel does", async () => {
    write("A1", [[1]]);
    write("C1", [["=KNAP.SYNTH.OPTIES(A1:A2)"]]);
    await engine.settled();
    expect(value("C1")).toBe("[[[1],[null]],null,null]");
    engine.setBlanks("zero");
    write("A1", [[2]]);
    await engine.settled();
    expect(value("C1")).toBe("[[[2],[0]],null,null]");
  });

  it("follows a structured reference and a name, also when their cells change", async () => {
    write("A1", [["Cijfer"], [3], [4]]);
    await engine.addTable(sheet, "tblCijfers", blockAt("A1:A3"));
    engine.addName("Drempel", "Blad1!$C$1");
    write("C1", [[10]]);
    write("E1", [["=KNAP.SOM(tblCijfers[Cijfer])+Drempel", "=SUM(tblCijfers[Cijfer])"]]);
    await engine.settled();
    expect(at("E1:F1")[0]).toEqual([17, 7]);
    expect(calls[0].parameterAddresses).toEqual(["Blad1!A2:A3"]);
    write("A2", [[30]]);
    await engine.settled();
    expect(at("E1:F1")[0]).toEqual([44, 34]);
    write("C1", [[0]]);
    await engine.settled();
    expect(value("E1")).toBe(34);
  });

  it("takes a cell out of a table on another sheet, and lets a table have the name of a sheet", async () => {
    const other = engine.addSheet("Gegevens");
    engine.write(other, 0, 0, [
      ["sleutel", "waarde"],
      ["x", 7],
      ["y", 8],
    ]);
    await engine.addTable(other, "Tabel1", blockAt("A1:B3"));
    await engine.renameTable(other, engine.tables()[0].id, "gegevens");
    write("A1", [['=INDEX(gegevens[waarde],MATCH("y",gegevens[sleutel],0))', "=SUM(gegevens[waarde])"]]);
    await engine.settled();
    expect(at("A1:B1")).toEqual([[8, 15]]);
  });

  it("leaves a cell as it was where nothing is given, also beside what is written", async () => {
    write("C5", [["=1+1", 7]]);
    engine.write(sheet, 4, 1, [[1, null, null, 2]]);
    await engine.settled();
    expect(at("B5:E5")).toEqual([[1, 2, 7, 2]]);
    expect(engine.formulas(sheet, blockAt("C5"))).toEqual([["=1+1"]]);
  });

  it("has room for as many rows and columns as Excel", async () => {
    write("XFD1048576", [["hoek"]]);
    write("AB20000", [["=A1+1"]]);
    await engine.settled();
    expect([value("XFD1048576"), value("AB20000")]).toEqual(["hoek", 1]);
  });

  it("calls a function again only when its cells change", async () => {
    write("A1", [[1, 2, "=KNAP.SOM(A1)"]]);
    await engine.settled();
    write("B1", [[3]]);
    await engine.settled();
    expect(calls).toHaveLength(1);
    write("A1", [[5]]);
    await engine.settled();
    expect(calls).toHaveLength(2);
  });

  it("cancels the call of a formula that is taken away while it waits", async () => {
    isSilent = true;
    write("A1", [["=KNAP.SOM(1)"]]);
    await engine.calculated();
    write("A1", [["tekst"]]);
    await engine.settled();
    expect(cancelled).toEqual([calls[0].id]);
    expect(value("A1")).toBe("tekst");
  });

  it("keeps other cells calculating when the call of a function throws", async () => {
    jest.spyOn(console, "error").mockImplementation(() => {});
    jest.spyOn(answers, "SOM").mockImplementation(() => {
      throw new Error("kapot");
    });
    write("A1", [["=KNAP.SOM(1)", "=1+1"]]);
    await engine.settled();
    expect(at("A1:B1")[0]).toEqual([{ error: "#VALUE!" }, 2]);
    expect(console.error).toHaveBeenCalled();
  });
});
