import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CellValue, Extract } from "../../src/extracts/extract";
import { readExtract } from "../../src/extracts/read-extract";

const folder = join(__dirname, "..", "..", "samples", "samen-voor-zuid");

function sample(name: string): Extract {
  const reading = readExtract({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) });
  if (!reading.ok) throw new Error(reading.problem);
  return reading.extract;
}

describe("the samples", () => {
  const expected = [
    ["arbeidsmarkt-cbs-2024.csv", "arbeidsmarkt", 16],
    ["capaciteit.csv", "capaciteit", 4],
    ["gepubliceerd.csv", "gepubliceerd", 966],
    ["handhaving.csv", "handhaving", 10],
    ["herkomst.csv", "herkomst", 6],
    ["klanttevredenheid.csv", "klanttevredenheid", 3822],
    ["smart.csv", "smart", 14],
  ] as const;

  it("are these", () => {
    const names = readdirSync(folder).filter((name) => name.endsWith(".csv"));
    expect(names.sort()).toEqual(expected.map(([name]) => name));
  });

  it.each(expected)("%s is recognised as %s and read whole", (name, kind, rows) => {
    const extract = sample(name);
    expect(extract).toMatchObject({ kind, faults: [], remarks: [], unknownColumns: [], rowsRead: rows });
    expect(extract.rows).toHaveLength(rows);
  });

  it("all have their place in the README, and no other file has", () => {
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    const named = [...readme.matchAll(/^\| `([^`]+\.csv)`/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(expected.map(([name]) => name));
  });
});

describe("the published figures", () => {
  const { rows } = sample("gepubliceerd.csv");

  /** A published figure, as a number; `undefined` when there is no such row. */
  const published = (tabel: string, gebied: CellValue, indicator: string, jaar: CellValue) =>
    rows.find(
      ({ values }) =>
        values.tabel === tabel &&
        values.gebied === gebied &&
        values.indicator === indicator &&
        values.jaar === jaar,
    )?.values.waarde;

  it("keep the decimals that are printed", () => {
    const decimals = rows.find(({ values }) => values.waarde === 7.5 && values.tabel === "2.3")?.values
      .decimalen;
    expect(decimals).toBe(2);
    const text = readFileSync(join(folder, "gepubliceerd.csv"), "utf8").split("\n");
    for (const { line, values } of rows) {
      const written = values.waarde === null ? "" : Number(values.waarde).toFixed(Number(values.decimalen));
      expect(text[line - 1].split(",").at(-2)).toBe(written);
    }
  });

  it("are those of handhaving.csv", () => {
    const columns = {
      maatregeloverwegingen: ["2.6", "maatregeloverwegingen"],
      maatregelen: ["2.6", "maatregelen"],
      heronderzoeken_voorgenomen: ["2.5", "voorgenomen heronderzoeken"],
      heronderzoeken_uitgevoerd: ["2.5", "uitgevoerde heronderzoeken"],
    };
    for (const { values } of sample("handhaving.csv").rows)
      for (const [column, [tabel, indicator]] of Object.entries(columns))
        expect(values[column]).toBe(published(tabel, values.gebied, indicator, values.jaar) ?? null);
    expect(rows.filter(({ values }) => values.tabel === "2.5" || values.tabel === "2.6")).toHaveLength(50);
  });

  it("are those of capaciteit.csv", () => {
    for (const { values } of sample("capaciteit.csv").rows)
      expect(values.extra_fte).toBe(published("2.1", "Zuid", "extra ingezette fte", values.jaar));
  });
});

describe("the CBS figures", () => {
  it("give Zuid 13,710 of the 33,630 persons in the bijstand", () => {
    const { rows } = sample("arbeidsmarkt-cbs-2024.csv");
    const sum = (chosen: typeof rows) =>
      chosen.reduce((total, { values }) => total + Number(values.bijstand), 0);
    expect(sum(rows)).toBe(33630);
    expect(sum(rows.filter(({ values }) => values.gebiedsdeel === "Zuid"))).toBe(13710);
  });

  it("are missing, not 0, where the source has no such figure", () => {
    for (const { values } of sample("arbeidsmarkt-cbs-2024.csv").rows) {
      expect(values).toMatchObject({ bevolking_15_75: null, werkenden: null });
    }
  });
});
