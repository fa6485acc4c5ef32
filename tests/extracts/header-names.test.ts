import fc from "fast-check";
import { headerKey, isNearMiss, knownKey } from "../../src/extracts/header-names";
import { kindIds, kinds } from "../../src/extracts/kinds";
import { recognise } from "../../src/extracts/recognise";
import { extractOf, problemOf } from "./read-text";

/** Ways in which a header is written that make no other name of it. */
const disguises = fc.constantFrom<(name: string) => string>(
  (name) => name.toUpperCase(),
  (name) => ` ${name}\u00a0`,
  (name) => name.replaceAll("_", " "),
  (name) => name.replaceAll("_", "-"),
  (name) => name.replaceAll("_", "\u2011"),
  (name) => name.replaceAll("_", "."),
  (name) => name.replaceAll("_", ""),
  (name) => [...name].join("\u200b"),
  (name) => `\ufeff${name}`,
  (name) => name.replaceAll("e", "e\u0308"),
  (name) => `${name.slice(0, 2)}-${name.slice(2)}`,
);

describe("a header", () => {
  it("is known in every kind, however its names are written", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kindIds),
        fc.array(disguises, { minLength: 1, maxLength: 3 }),
        (id, ways) => {
          const names = kinds[id].columns.map(({ name }) => name);
          const recognition = recognise(
            names.map((name) => ways.reduce((text, way) => way(text), name)),
            id,
          );
          expect(recognition).toMatchObject({ ok: true, match: { kind: id, unknownColumns: [] } });
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  it.each([
    ["Re-integratie", "reintegratie"],
    ["reïntegratie", "reintegratie"],
    ["RE INTEGRATIE", "reintegratie"],
    ["fte's", "fte"],
    ["persoons_id", "persoon_id"],
    ["Bevolking 15-75", "bevolking_15_75"],
  ])("%j is %s", (header, name) => {
    expect(knownKey(header)).toBe(headerKey(name));
  });

  it("keeps two names of one kind apart", () => {
    for (const { columns } of Object.values(kinds))
      expect(new Set(columns.map(({ name }) => headerKey(name))).size).toBe(columns.length);
  });
});

describe("a name that is nearly ours", () => {
  const contacts = (name: string) =>
    `persoon_id;datum;gebied;onderwerp;${name}\np1;2021-01-01;Zuid;Zorg;ja\n`;

  it.each(["reintegatie", "reintergatie", "reintegratie j/n", "reintegraties"])("is told: %s", (name) => {
    const { remarks, unknownColumns } = extractOf(contacts(name));
    expect(unknownColumns).toEqual([name]);
    expect(remarks).toMatchObject([{ line: 1, message: expect.stringContaining("Bedoelt u reintegratie?") }]);
  });

  it.each(["opmerking", "medewerker", "team"])("is not %s", (name) => {
    expect(extractOf(contacts(name)).remarks).toEqual([]);
  });

  it("is told where the column must be there", () => {
    expect(problemOf("datum;gebeid;cijfer\n2021-03;Zuid;9\n")).toMatch(
      /Bedoelt u met gebeid de kolom gebied\?/,
    );
  });

  it.each([
    ["soort", "start", false],
    ["norm", "vorm", true],
    ["fte", "ft", false],
    ["", "fte", false],
    ["gebied", "gebied", false],
  ])("%j and %j: %s", (a, b, expected) => {
    expect(isNearMiss(a, b)).toBe(expected);
  });
});
