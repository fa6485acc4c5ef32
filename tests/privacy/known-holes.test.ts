import { aggregatePersons, type PersonExtracts } from "../../src/extracts/aggregate";
import type { CellValue } from "../../src/extracts/extract";
import { audit } from "./audit";
import { rowsOf } from "./drawn-persons";

/** `count` rows of persons with numbered ids from `first` on. */
const people = (first: number, count: number, values: Record<string, CellValue>) =>
  Array.from({ length: count }, (_, index) => ({ persoon_id: `p${first + index}`, ...values }));

const here = { jaar: 2021, gebiedsdeel: "Zuid", maanden_bijstand: 12, december: true };
const there = { ...here, gebiedsdeel: "Overig" };
const used = { startdatum: "2021-05-01", type: "Traject" };

const extracts = (
  persons: Record<string, CellValue>[],
  instruments: Record<string, CellValue>[] = [],
): Required<PersonExtracts> => ({
  bijstandspersonen: rowsOf(persons),
  instrumenten: rowsOf(instruments),
  contacten: [],
});

const safe = { confined: [], differences: [] };

describe("what once gave a withheld count away", () => {
  it("is not the persons of the year beside those of December: 30 and 28 show 2 who left", async () => {
    const given = extracts([...people(0, 28, here), ...people(28, 2, { ...here, december: false })]);
    const { bijstand } = aggregatePersons(given);
    expect(bijstand).toMatchObject([{ personen_in_bijstand: null, december: 28 }]);
    expect(await audit(given)).toMatchObject(safe);
  });

  it("is not the reached beside the population: 30 and 28 show 2 who were missed", async () => {
    const given = extracts(people(0, 30, here), people(0, 28, { ...used, gebiedsdeel: "Zuid" }));
    expect(aggregatePersons(given).bijstand).toMatchObject([{ december: 30, bereikt_instrumenten: null }]);
    // Who had an instrument are 28 too: shown, they would say that 2 at least were missed.
    expect(aggregatePersons(given).diensten.at(-1)).toMatchObject({ type: "Totaal", personen: null });
    expect(await audit(given)).toMatchObject(safe);
  });

  it("is not a category of which everybody or nobody was reached", () => {
    const given = extracts(
      [...people(0, 40, { ...here, geslacht: "man" }), ...people(40, 40, { ...here, geslacht: "vrouw" })],
      people(0, 40, { ...used, gebiedsdeel: "Zuid" }),
    );
    const { bereik_kenmerken } = aggregatePersons(given);
    expect(bereik_kenmerken.map((row) => [row.populatie, row.bereikt_instrumenten])).toEqual([
      [40, null],
      [40, null],
    ]);
  });

  it("is not an empty category", async () => {
    // In Zuid nobody is in the first category. Hidden beside 9 and 9 it told that nothing else was left to hide, and
    // so that both were 9; its 0 is shown and protects nothing.
    const given = extracts([
      ...people(0, 9, { ...here, geslacht: "man" }),
      ...people(9, 9, { ...here, geslacht: "vrouw" }),
      ...people(44, 30, { ...there, geslacht: "anders" }),
      ...people(74, 30, { ...there, geslacht: "man" }),
    ]);
    expect(aggregatePersons(given).bereik_kenmerken.map(({ populatie }) => populatie)).toEqual([
      ...[0, null, null],
      ...[30, 30, 0],
    ]);
    expect(await audit(given)).toMatchObject(safe);
  });

  it("is not what those with a service elsewhere leave for the reached here", async () => {
    // All 40 instruments were used in the other part, where 37 of the 40 live: so 3 at most were reached here.
    const given = extracts(
      [...people(0, 30, here), ...people(100, 60, there)],
      [
        ...people(0, 3, { ...used, gebiedsdeel: "Overig" }),
        ...people(100, 37, { ...used, gebiedsdeel: "Overig" }),
      ],
    );
    expect(aggregatePersons(given).bijstand.map((row) => row.bereikt_instrumenten)).toEqual([null, null]);
    expect(await audit(given)).toMatchObject(safe);
  });

  it("is not a label that is shown only because many have it", async () => {
    // 3 + 12 = 15, and a label that the report does not know has 10 persons or more: the other would have 5 at most.
    const given = extracts(people(0, 60, here), [
      ...people(0, 3, { ...used, type: "Nazorg", gebiedsdeel: "Zuid" }),
      ...people(3, 12, { ...used, type: "Eigen naam", gebiedsdeel: "Zuid" }),
      ...people(15, 25, { ...used, gebiedsdeel: "Zuid" }),
    ]);
    expect(aggregatePersons(given).diensten.map(({ type, personen }) => [type, personen])).toEqual([
      ["Eigen naam", null],
      ["Nazorg", null],
      ["Traject", null],
      ["Totaal", 40],
    ]);
    expect(await audit(given)).toMatchObject(safe);
  });
});
