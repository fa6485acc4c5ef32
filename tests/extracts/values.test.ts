import type { Column } from "../../src/extracts/kind";
import { readCell } from "../../src/extracts/values";

const column = (type: Column["type"], more: Partial<Column> = {}): Column => ({ name: "k", type, ...more });
const value = (text: string, of: Column) => {
  const reading = readCell(text, of, "unknown");
  return reading.ok ? reading.value : `fout: ${reading.expected}`;
};

describe("a marker", () => {
  const markers = ["", " ", ".", "x", "X", "-", "–", "*", "<10", "< 5", "-99997", "-99997.0", "-99999999"];

  it.each(markers)("%j is missing in a column of any type, never a number", (marker) => {
    const types = [
      "jaar",
      "maand",
      "datum",
      "aantal",
      "getal",
      "cijfer",
      "janee",
      "keuze",
      "gebied",
      "code",
      "tekst",
    ];
    for (const type of types as Column["type"][])
      expect(value(marker, column(type, { mayBeMissing: true }))).toBeNull();
  });

  it.each(markers)("%j is a fault where a value must stand", (marker) => {
    expect(value(marker, column("aantal"))).toBe("fout: een heel getal van 0 of meer");
  });

  it("is not every text that looks like one", () => {
    expect(value("n.v.t.", column("cijfer", { mayBeMissing: true }))).toMatch(/^fout/);
    expect(value("-5", column("getal"))).toBe(-5);
    expect(value("0", column("aantal"))).toBe(0);
  });
});

describe("a cell", () => {
  it("of a cijfer is whole and from 0 to 10", () => {
    const cijfer = column("cijfer");
    expect(["0", "7", "10", "8,0", "8.00"].map((text) => value(text, cijfer))).toEqual([0, 7, 10, 8, 8]);
    for (const text of ["11", "-1", "7,5", "100", "acht", "1.000.000"])
      expect(value(text, cijfer)).toBe("fout: een heel cijfer van 0 tot en met 10");
  });

  it("of an aantal is whole and not negative", () => {
    const aantal = column("aantal", { max: 2000 });
    expect(["12", "1.234", "1 234", "12,0"].map((text) => value(text, aantal))).toEqual([12, 1234, 1234, 12]);
    for (const text of ["-1", "1,5", "2.001", "12%", "1,2E+03", "veel"])
      expect(value(text, aantal)).toBe("fout: een heel getal van 0 tot en met 2000");
  });

  it("of a getal tells what to do about 1.234", () => {
    const reading = readCell("1.234", column("getal"), "unknown");
    expect(reading).toMatchObject({
      ok: false,
      advice: expect.stringContaining("Schrijf 1234 of 1,2340.") as string,
    });
  });

  it("of a getal keeps to its bounds", () => {
    expect(value("-0,5", column("getal", { min: 0 }))).toBe("fout: een getal van 0 of meer");
  });

  it("of a janee is ja or nee in many ways", () => {
    for (const text of ["ja", "Ja", "J", "1", "true", "TRUE", "waar"])
      expect(value(text, column("janee"))).toBe(true);
    for (const text of ["nee", "N", "0", "False", "ONWAAR"]) expect(value(text, column("janee"))).toBe(false);
    expect(value("misschien", column("janee"))).toBe("fout: ja of nee");
  });

  it("of a keuze is one of the choices, in its own spelling", () => {
    const keuze = column("keuze", { choices: { Ja: ["j"], "Niet bekend": ["onbekend"], Nee: [] } });
    expect(["ja", "J", "niet  bekend", "ONBEKEND"].map((text) => value(text, keuze))).toEqual([
      "Ja",
      "Ja",
      "Niet bekend",
      "Niet bekend",
    ]);
    expect(value("ooit", keuze)).toBe("fout: Ja, Niet bekend of Nee");
  });

  it("of a gebied stays as it stands, if it is one", () => {
    expect(value(" zuidoever ", column("gebied"))).toBe("zuidoever");
    expect(value("Atlantis", column("gebied"))).toMatch(/^fout/);
  });

  it("of a datum without an end is missing, or a fault where there must be one", () => {
    expect(value("31-12-9999", column("datum", { mayBeMissing: true }))).toBeNull();
    expect(value("31-12-9999", column("datum"))).toMatch(/^fout/);
  });

  it("that looks like a formula stays text", () => {
    for (const text of ["=1+1", "+31 10", "@SOM(A1)", "-Overig"])
      expect(value(text, column("tekst"))).toBe(text);
  });
});
