import { strFromU8, unzipSync } from "fflate";
import { openXlsx } from "../../workbench/files/open-xlsx";
import { saveXlsx } from "../../workbench/files/save-xlsx";
import { define } from "../../workbench/host/model/named-item";
import type { WorkbookState } from "../../workbench/host/workbook-state";
import { bareWorkbook, valuesTo } from "./bare-workbook";
import { xlsxByHand } from "./xlsx-by-hand";

/** By hand: what a name refers to, and the text of `<definedName>` in the file. */
const names: [name: string, formula: string, text: string][] = [
  ["Weg", "=#REF!", "#REF!"],
  ["Vijf", "=5", "5"],
  ["Groet", '="hoi & <dag>"', '"hoi &amp; &lt;dag&gt;"'],
  ["Btw", "=0.19", "0.19"],
  ["Som", "=SUM(Blad1!$A$1:$A$2)", "SUM(Blad1!$A$1:$A$2)"],
  ["Dubbel", "=Blad1!$A$1*2", "Blad1!$A$1*2"],
  ["Kolom", "=Blad1!$A:$A", "Blad1!$A:$A"],
  ["Elders", "='It''s x'!$A$1:$A$2", "'It''s x'!$A$1:$A$2"],
  ["Twee", "=Blad1!$A$1,Blad1!$C$1", "Blad1!$A$1,Blad1!$C$1"],
  ["Spreiding", "=STDEV.S(Blad1!$A$1:$A$2)", "_xlfn.STDEV.S(Blad1!$A$1:$A$2)"],
];

describe("names in a file", () => {
  let state: WorkbookState;
  beforeEach(() => (state = bareWorkbook()));
  afterEach(() => state.engine.dispose());

  it("stand there as they are, and are so again when it is opened", async () => {
    state.engine.addSheet("It's x");
    state.engine.write(state.engine.sheetIds()[0], 0, 0, [
      [1, "=Vijf*Btw", "=Som+Dubbel"],
      [2, "=Groet", null],
    ]);
    names.forEach(([name, formula]) => define(state, name, formula));
    await state.engine.settled();
    const { bytes, leftOut } = await saveXlsx(state, "KNAP");
    expect(leftOut).toEqual([]);
    const xml = strFromU8(unzipSync(bytes)["xl/workbook.xml"]);
    expect(
      [...xml.matchAll(/<definedName name="(\w+)">(.*?)<\/definedName>/g)].map(([, ...found]) => found),
    ).toEqual(names.map(([name, , text]) => [name, text.replaceAll('"', "&quot;")]));
    await openXlsx(state, bytes, []);
    await state.engine.settled();
    expect(state.names.map(({ name, formula }) => [name, formula])).toEqual(
      names.map(([name, formula]) => [name, formula]),
    );
    // 5 x 0,19; 1 + 2 + 1 x 2.
    expect(valuesTo(state, 0, 2, 3)).toEqual([
      [1, 0.95, 5],
      [2, "hoi & <dag>", null],
    ]);
  });

  it("of one sheet are not made names of all, and the user is told", async () => {
    const leftOut = await openXlsx(
      state,
      xlsxByHand({
        sheets: [["Blad1", "<sheetData/>"]],
        behind:
          '<definedNames><definedName name="Vijf" comment="een &amp; ander">5</definedName><definedName name="Eigen" localSheetId="0">Blad1!$A$1</definedName>' +
          '<definedName name="_xlnm.Print_Area" localSheetId="0">Blad1!$A$1</definedName></definedNames>',
      }),
      [],
    );
    expect(state.names).toMatchObject([{ name: "Vijf", formula: "=5", cells: null, comment: "een & ander" }]);
    expect(leftOut).toEqual(["namen van één blad (Eigen)", "afdrukbereiken"]);
  });
});
