import { Workbook } from "@cj-tech-master/excelts";
import { NoWorkbook, openXlsx } from "../../workbench/files/open-xlsx";
import { saveXlsx } from "../../workbench/files/save-xlsx";
import type { WorkbookState } from "../../workbench/host/workbook-state";
import { bareWorkbook, valuesTo } from "./bare-workbook";
import { xlsxByHand, type ByHand } from "./xlsx-by-hand";

const oneCell = '<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>';

describe("a file that is opened", () => {
  let state: WorkbookState;
  beforeEach(() => (state = bareWorkbook()));
  afterEach(() => state.engine.dispose());

  const open = async (file: ByHand) => {
    const leftOut = await openXlsx(state, xlsxByHand(file), []);
    await state.engine.settled();
    return leftOut;
  };
  const again = async () => {
    const { bytes } = await saveXlsx(state, "KNAP");
    const leftOut = await openXlsx(state, bytes, []);
    await state.engine.settled();
    return leftOut;
  };

  it("may have no views of its sheets", async () => {
    expect(await open({ sheets: [["Kaal", oneCell]] })).toEqual([]);
    expect(valuesTo(state, 0, 1, 1)).toEqual([[7]]);
  });

  it("leaves what was open when a part of it cannot be read", async () => {
    state.engine.write(state.engine.sheetIds()[0], 0, 0, [["was er"]]);
    const note = xlsxByHand({
      sheets: [["Stuk", oneCell]],
      related: { 0: [["comments", "../comments1.xml"]] },
      parts: {
        "xl/comments1.xml": '<comments><commentList><comment ref="nergens"/></commentList></comments>',
      },
    });
    await expect(openXlsx(state, note, [])).rejects.toThrow(NoWorkbook);
    expect(state.engine.sheetName(state.engine.sheetIds()[0])).toBe("Blad1");
    expect(valuesTo(state, 0, 1, 1)).toEqual([["was er"]]);
  });

  it("has a rule for each area of a rule, with its formula moved along", async () => {
    const rule = (sqref: string, formula: string, type = 'type="expression"') =>
      `<conditionalFormatting sqref="${sqref}"><cfRule ${type} priority="1"><formula>${formula}</formula></cfRule></conditionalFormatting>`;
    const leftOut = await open({
      sheets: [
        ["Regels", oneCell + rule("A1:A3 C2:C3", "A1&gt;$B$1")],
        ["Omgekeerd", oneCell + rule("C1 A1", "C1&gt;4")],
      ],
    });
    expect(state.conditionalFormats).toMatchObject([
      { block: { startRow: 0, startColumn: 0, endRow: 2, endColumn: 0 }, rule: { formula1: "=A1>$B$1" } },
      { block: { startRow: 1, startColumn: 2, endRow: 2, endColumn: 2 }, rule: { formula1: "=C2>$B$1" } },
    ]);
    expect(leftOut).toEqual(["een deel van de voorwaardelijke opmaak"]);
  });

  it("keeps a cell that is in the way of a spill, before and after saving", async () => {
    await open({
      sheets: [
        [
          "Blad1",
          '<sheetData><row r="1"><c r="A1" t="e" cm="1"><f t="array" ref="A1:A3">_xlfn.SEQUENCE(3)</f><v>#SPILL!</v></c>' +
            '<c r="C1" cm="1"><f t="array" ref="C1:C2">_xlfn.SEQUENCE(2)</f><v>1</v></c></row>' +
            '<row r="2"><c r="A2" t="inlineStr"><is><t>blok</t></is></c><c r="C2"><v>2</v></c></row></sheetData>',
        ],
      ],
    });
    const expected = [
      [{ error: "#SPILL!" }, null, 1],
      ["blok", null, 2],
    ];
    expect(valuesTo(state, 0, 2, 3)).toEqual(expected);
    await again();
    expect(valuesTo(state, 0, 2, 3)).toEqual(expected);
    state.engine.clear(
      state.engine.sheetIds()[0],
      { startRow: 1, startColumn: 0, endRow: 1, endColumn: 2 },
      "contents",
    );
    await state.engine.settled();
    expect(valuesTo(state, 0, 3, 3)).toEqual([
      [1, null, 1],
      [2, null, 2],
      [3, null, null],
    ]);
  });

  it("keeps the cells beside a formula that others share", async () => {
    await open({
      sheets: [
        [
          "Blad1",
          '<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>0</v></c><c r="B1"><v>1</v></c></row>' +
            '<row r="2"><c r="A2"><v>40</v></c><c r="B2"><v>2</v></c></row>' +
            '<row r="3"><c r="A3"><f t="shared" si="0"/><v>0</v></c><c r="B3"><v>3</v></c></row></sheetData>',
        ],
      ],
    });
    expect(valuesTo(state, 0, 3, 1)).toEqual([[2], [40], [6]]);
  });

  it("has the charts of its own cells, and says that others are left out", async () => {
    const file = new Workbook();
    const sheet = file.addWorksheet("It's x");
    sheet.getCell("A1").value = 4;
    sheet.addChart({ type: "bar", series: [{ values: "Weg!$A$1:$A$2" }] }, "C1:F9");
    sheet.addChart({ type: "bar", series: [{ values: "'It''s x'!$A$1:$A$2" }] }, "C11:F19");
    const leftOut = await openXlsx(state, new Uint8Array(await file.xlsx.writeBuffer()), []);
    expect(state.charts).toMatchObject([
      { series: [{ values: { block: { startRow: 0, startColumn: 0, endRow: 1, endColumn: 0 } } }] },
    ]);
    expect(leftOut).toEqual(["grafieken die hier niet te tekenen zijn"]);
  });

  it("has the value of a merged block once, and says that the block is no more", async () => {
    const leftOut = await open({
      sheets: [
        [
          "Blad1",
          '<sheetData><row r="1"><c r="A1"><v>5</v></c><c r="E1"><f>SUM(A1:C3)</f><v>5</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:C3"/></mergeCells>',
        ],
      ],
    });
    expect(valuesTo(state, 0, 1, 5)).toEqual([[5, null, null, null, 5]]);
    expect(leftOut).toEqual(["het samenvoegen van cellen"]);
  });

  it("has the notes of cells that hold nothing else", async () => {
    await open({
      sheets: [
        ["Leeg", "<sheetData/>"],
        ["Vol", oneCell],
      ],
      related: { 0: [["comments", "../comments1.xml"]], 1: [["comments", "/xl/comments2.xml"]] },
      parts: {
        "xl/comments1.xml":
          '<comments><commentList><comment ref="C3"><text><r><t xml:space="preserve">Eerst </t></r><r><t>&amp; dan</t></r></text></comment></commentList></comments>',
        "xl/comments2.xml":
          '<comments><commentList><comment ref="Z100"><text><t>ver weg</t></text></comment></commentList></comments>',
      },
    });
    const expected = [
      { row: 2, column: 2, content: "Eerst & dan" },
      { row: 99, column: 25, content: "ver weg" },
    ];
    expect(state.comments).toMatchObject(expected);
    await again();
    expect(state.comments).toMatchObject(expected);
    expect(state.comments.map(({ sheetId }) => sheetId)).toEqual(state.engine.sheetIds());
  });

  it("has the looks of cells that hold nothing, with their fonts, and shows the sheet that was shown", async () => {
    const leftOut = await open({
      before: '<bookViews><workbookView activeTab="1"/></bookViews>',
      sheets: [
        ["Eerste", oneCell],
        ["Opmaak", '<sheetData><row r="2"><c r="B2" s="1"/></row></sheetData>'],
      ],
      styles:
        '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>' +
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><u/><strike/><sz val="14"/><name val="Georgia"/></font></fonts>' +
        '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>' +
        '<borders count="2"><border/><border><left style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
        '<cellXfs count="2"><xf/><xf numFmtId="164" fontId="1" borderId="1"/></cellXfs>',
    });
    const check = () => {
      const [, sheet] = state.engine.sheetIds();
      expect(state.engine.activeSheet()).toBe(sheet);
      expect(
        state.engine.looks(sheet, { startRow: 1, startColumn: 1, endRow: 1, endColumn: 1 })[0][0],
      ).toMatchObject({ n: { pattern: "0.0%" }, ff: "Georgia", fs: 14, ul: { s: 1 }, st: { s: 1 } });
    };
    check();
    expect(leftOut).toEqual(["randen"]);
    expect(await again()).toEqual([]);
    check();
  });

  it("keeps texts, errors, links and numbers with the format of a date as they are", async () => {
    const text = (r: string, t: string) => `<c r="${r}" t="inlineStr"><is>${t}</is></c>`;
    const leftOut = await open({
      sheets: [
        [
          "Blad1",
          `<sheetData><row r="1">${text("A1", "<t>#N/A</t>")}<c r="B1" t="e"><v>#N/A</v></c>` +
            `${text("C1", "<r><t>twee </t></r><r><t>delen</t></r>")}<c r="D1" s="1"><v>44000.123456789</v></c><c r="E1" s="1"><v>1000000000</v></c>` +
            `${text("F1", "<t>=1+1</t>")}</row></sheetData><hyperlinks><hyperlink ref="C1" location="Blad1!A1"/></hyperlinks>`,
        ],
      ],
      styles:
        '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>',
    });
    const expected = [["#N/A", { error: "#N/A" }, "twee delen", 44000.123456789, 1_000_000_000, "=1+1"]];
    expect(valuesTo(state, 0, 1, 6)).toEqual(expected);
    expect(leftOut).toEqual(["koppelingen (de tekst staat er)"]);
    await again();
    expect(valuesTo(state, 0, 1, 6)).toEqual(expected);
    expect(
      state.engine.formulas(state.engine.sheetIds()[0], {
        startRow: 0,
        startColumn: 0,
        endRow: 0,
        endColumn: 5,
      }),
    ).toEqual([["", "", "", "", "", ""]]);
  });

  it("says what the workbench has no place for", async () => {
    const leftOut = await open({
      sheets: [
        [
          "Blad1",
          '<cols><col min="2" max="2" hidden="1" width="9"/></cols>' +
            oneCell +
            '<sheetProtection sheet="1" password="CC1A" formatCells="0"/><autoFilter ref="A1:A1"/><dataValidations count="1"><dataValidation type="whole" sqref="A5"><formula1>1</formula1></dataValidation></dataValidations>',
        ],
      ],
      parts: { "xl/vbaProject.bin": "", "xl/pivotTables/pivotTable1.xml": "<pivotTableDefinition/>" },
    });
    expect(leftOut).toEqual([
      "macro's",
      "draaitabellen",
      "gegevensvalidatie",
      "filters",
      "het verbergen van rijen en kolommen",
      "het wachtwoord en de uitzonderingen van beveiligde bladen (zij zijn nu beveiligd zonder)",
    ]);
    expect([...state.protectedSheets.values()]).toEqual([""]);
  });
});
