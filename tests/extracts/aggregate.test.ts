import fc from "fast-check";
import { aggregatePersons, type PersonExtracts } from "../../src/extracts/aggregate";
import type { CellValue, Row } from "../../src/extracts/extract";
import { ageClass } from "../../src/extracts/traits";
import { extractOf } from "./read-text";

const rowsOf = (values: Record<string, CellValue>[]): Row[] =>
  values.map((value, index) => ({ line: index + 2, values: { gebiedsdeel: "Zuid", ...value } }));

/** `count` persons with numbered ids from `first` on. */
const people = (first: number, count: number, values: Record<string, CellValue>) =>
  Array.from({ length: count }, (_, index) => ({ persoon_id: `p${first + index}`, ...values }));

const inDecember = { jaar: 2021, maanden_bijstand: 12, december: true };

describe("diensten", () => {
  it("counts services and different persons per type and in all", () => {
    const { diensten } = aggregatePersons({
      instrumenten: rowsOf([
        ...people(0, 20, { startdatum: "2021-01-01", type: "Nazorg" }),
        ...people(0, 10, { startdatum: "2021-12-31", type: "Nazorg" }),
        ...people(5, 30, { startdatum: "2021-06-01", type: "Bemiddelen" }),
        ...people(0, 12, { startdatum: "2022-01-01", type: "Bemiddelen" }),
      ]),
    });
    const row = { gebiedsdeel: "Zuid", soort: "instrumenten", withheld: [] };
    expect(diensten).toEqual([
      { ...row, jaar: 2021, type: "Bemiddelen", aantal: 30, personen: 30 },
      { ...row, jaar: 2021, type: "Nazorg", aantal: 30, personen: 20 },
      { ...row, jaar: 2021, type: "Totaal", aantal: 60, personen: 35 },
      { ...row, jaar: 2022, type: "Bemiddelen", aantal: 12, personen: 12 },
      { ...row, jaar: 2022, type: "Nazorg", aantal: 0, personen: 0 },
      { ...row, jaar: 2022, type: "Totaal", aantal: 12, personen: 12 },
    ]);
  });

  it("counts only contacts for re-integration, where the extract tells", () => {
    const contact = { datum: "2021-01-01", onderwerp: "Zorg" };
    const told = rowsOf([
      ...people(0, 20, { ...contact, reintegratie: true }),
      ...people(0, 30, { ...contact, reintegratie: false }),
      ...people(0, 40, { ...contact, reintegratie: null }),
    ]);
    const untold = rowsOf(people(0, 90, contact));
    expect(aggregatePersons({ contacten: told }).diensten[0]).toMatchObject({
      soort: "contacten",
      aantal: 20,
    });
    expect(aggregatePersons({ contacten: untold }).diensten[0]).toMatchObject({ aantal: 90 });
  });

  it("withholds many services of few persons, and the type that would give them away", () => {
    const { diensten } = aggregatePersons({
      instrumenten: rowsOf([
        ...Array.from({ length: 50 }, () =>
          people(0, 1, { startdatum: "2021-01-01", type: "Bemiddelen" }),
        ).flat(),
        ...people(10, 20, { startdatum: "2021-01-01", type: "Nazorg" }),
        ...people(10, 60, { startdatum: "2021-01-01", type: "Ontwikkelen" }),
      ]),
    });
    expect(
      diensten.map(({ type, aantal, personen, withheld }) => [type, aantal, personen, withheld]),
    ).toEqual([
      ["Bemiddelen", null, null, ["aantal", "personen"]],
      ["Nazorg", null, null, ["aantal", "personen"]],
      ["Ontwikkelen", 60, 60, []],
      ["Totaal", 130, 61, []],
    ]);
  });

  it("names a missing type Onbekend", () => {
    const { diensten } = aggregatePersons({
      instrumenten: rowsOf(people(0, 10, { startdatum: "2021-01-01", type: null })),
    });
    expect(diensten.map(({ type }) => type)).toEqual(["Onbekend", "Totaal"]);
  });
});

describe("bijstand", () => {
  it("counts persons of the year, the population of December and those of them that were reached", () => {
    const { bijstand } = aggregatePersons({
      bijstandspersonen: rowsOf([
        ...people(0, 40, inDecember),
        ...people(40, 15, { jaar: 2021, maanden_bijstand: 3, december: false }),
        ...people(55, 15, { jaar: 2021, maanden_bijstand: 0, december: false }),
      ]),
      instrumenten: rowsOf([
        ...people(0, 20, { startdatum: "2021-05-01", type: "A", gebiedsdeel: "Overig" }),
        ...people(0, 20, { startdatum: "2021-06-01", type: "B" }),
        ...people(20, 20, { startdatum: "2020-12-31", type: "A" }),
        ...people(40, 30, { startdatum: "2021-05-01", type: "A" }),
      ]),
      contacten: rowsOf(people(0, 30, { datum: "2021-02-02", onderwerp: "Zorg", reintegratie: true })),
    });
    expect(bijstand).toEqual([
      {
        jaar: 2021,
        gebiedsdeel: "Zuid",
        personen_in_bijstand: 55,
        december: 40,
        bereikt_instrumenten: 20,
        bereikt_contacten: 30,
        withheld: [],
      },
    ]);
  });

  it("says unknown, not 0, of a year or an extract that was not given", () => {
    const { bijstand } = aggregatePersons({
      bijstandspersonen: rowsOf([
        ...people(0, 40, inDecember),
        ...people(0, 40, { ...inDecember, jaar: 2022 }),
      ]),
      instrumenten: rowsOf(people(100, 20, { startdatum: "2021-05-01", type: "A" })),
    });
    expect(bijstand.map((row) => [row.bereikt_instrumenten, row.bereikt_contacten, row.withheld])).toEqual([
      // That nobody was reached is withheld; what was not given is not.
      [null, null, ["bereikt_instrumenten"]],
      [null, null, []],
    ]);
  });

  it("withholds that nobody was reached in a year in which there were contacts, but none for re-integration", () => {
    const { bijstand } = aggregatePersons({
      bijstandspersonen: rowsOf(people(0, 40, inDecember)),
      contacten: rowsOf(people(0, 20, { datum: "2021-02-02", onderwerp: "Zorg", reintegratie: false })),
    });
    expect(bijstand[0]).toMatchObject({ bereikt_contacten: null, withheld: ["bereikt_contacten"] });
  });

  it("withholds the reached when all or none were, or nearly so", () => {
    const reach = (count: number) =>
      aggregatePersons({
        bijstandspersonen: rowsOf(people(0, 40, inDecember)),
        instrumenten: rowsOf(people(40 - count, 40, { startdatum: "2021-05-01", type: "A" })),
      }).bijstand[0];
    expect(reach(20)).toMatchObject({ bereikt_instrumenten: 20, withheld: [] });
    for (const count of [0, 3, 37, 40])
      expect(reach(count)).toMatchObject({ bereikt_instrumenten: null, withheld: ["bereikt_instrumenten"] });
  });
});

describe("bereik_kenmerken", () => {
  it("has only the characteristics that the extract has, with the missing as Onbekend", () => {
    const { bereik_kenmerken } = aggregatePersons({
      bijstandspersonen: rowsOf([
        ...people(0, 40, { ...inDecember, geslacht: "vrouw", geboortejaar: 1996 }),
        ...people(40, 60, { ...inDecember, geslacht: null, geboortejaar: 1997 }),
        ...people(100, 30, { ...inDecember, geslacht: "man", geboortejaar: null }),
        ...people(130, 10, { ...inDecember, december: false, geslacht: "man", geboortejaar: 1950 }),
      ]),
      instrumenten: rowsOf([
        ...people(20, 50, { startdatum: "2021-05-01", type: "A" }),
        ...people(100, 15, { startdatum: "2021-05-01", type: "A" }),
      ]),
    });
    expect(
      bereik_kenmerken.map((row) => [row.kenmerk, row.categorie, row.populatie, row.bereikt_instrumenten]),
    ).toEqual([
      ["geslacht", "man", 30, 15],
      ["geslacht", "vrouw", 40, 20],
      ["geslacht", "Onbekend", 60, 30],
      ["leeftijd", "van 15 tot 25 jaar", 60, 30],
      ["leeftijd", "van 25 tot 35 jaar", 40, 20],
      ["leeftijd", "Onbekend", 30, 15],
    ]);
  });

  it("withholds a whole row when its population is small, and a second one that would give it away", () => {
    const { bereik_kenmerken } = aggregatePersons({
      bijstandspersonen: rowsOf([
        ...people(0, 4, { ...inDecember, opleiding: "hoog" }),
        ...people(4, 40, { ...inDecember, opleiding: "laag" }),
        ...people(44, 30, { ...inDecember, opleiding: "midden" }),
      ]),
      instrumenten: rowsOf([
        ...people(0, 24, { startdatum: "2021-05-01", type: "A" }),
        ...people(44, 15, { startdatum: "2021-05-01", type: "A" }),
      ]),
    });
    expect(bereik_kenmerken.map((row) => [row.categorie, row.populatie, row.bereikt_instrumenten])).toEqual([
      ["hoog", null, null],
      ["laag", 40, 20],
      ["midden", null, null],
    ]);
    expect(bereik_kenmerken[0].withheld).toEqual(["populatie", "bereikt_instrumenten"]);
  });

  it("uses the age classes of the report", () => {
    expect([14, 15, 24, 25, 64, 65, 74, 75, null].map(ageClass)).toEqual([
      "jonger dan 15 jaar",
      "van 15 tot 25 jaar",
      "van 15 tot 25 jaar",
      "van 25 tot 35 jaar",
      "van 55 tot 65 jaar",
      "van 65 tot 75 jaar",
      "van 65 tot 75 jaar",
      "75 jaar en ouder",
      "Onbekend",
    ]);
  });

  it("prefers the age that is given to the year of birth", () => {
    const { bereik_kenmerken } = aggregatePersons({
      bijstandspersonen: rowsOf(people(0, 10, { ...inDecember, leeftijd: 30, geboortejaar: 1950 })),
    });
    expect(bereik_kenmerken.map(({ categorie }) => categorie)).toEqual(["van 25 tot 35 jaar"]);
  });
});

describe("aggregates of any extracts", () => {
  const deel = fc.constantFrom("Zuid", "Overig");
  const id = fc.integer({ min: 0, max: 60 }).map((number) => `p${number}`);
  const persons = fc.uniqueArray(
    fc.record({
      persoon_id: id,
      jaar: fc.constantFrom(2020, 2021),
      gebiedsdeel: deel,
      maanden_bijstand: fc.nat({ max: 12 }),
      december: fc.boolean(),
      geslacht: fc.constantFrom("man", "vrouw", null),
      leeftijd: fc.integer({ min: 10, max: 80 }),
    }),
    { selector: ({ persoon_id, jaar }) => `${persoon_id} ${jaar}`, maxLength: 120 },
  );
  const services = (date: string, type: string) =>
    fc.array(
      fc.record({
        persoon_id: id,
        [date]: fc.constantFrom("2020-03-01", "2021-03-01"),
        gebiedsdeel: deel,
        [type]: fc.constantFrom("A", "B", "C", null),
      }),
      { maxLength: 200 },
    );
  const extracts = fc
    .record({
      persons,
      instruments: services("startdatum", "type"),
      contacts: services("datum", "onderwerp"),
    })
    .map(({ persons, instruments, contacts }): Required<PersonExtracts> => ({
      bijstandspersonen: rowsOf(persons),
      instrumenten: rowsOf(instruments),
      contacten: rowsOf(contacts),
    }));

  it("are the same in whatever order the rows stand", () => {
    fc.assert(
      fc.property(extracts, ({ bijstandspersonen, instrumenten, contacten }) => {
        const reversed = {
          bijstandspersonen: bijstandspersonen.toReversed(),
          instrumenten: instrumenten.toReversed(),
          contacten: contacten.toReversed(),
        };
        expect(aggregatePersons(reversed)).toEqual(
          aggregatePersons({ bijstandspersonen, instrumenten, contacten }),
        );
      }),
    );
  });

  // What follows from the counts that are shown is looked at in tests/privacy.
  it("show no count from 1 to 9", () => {
    fc.assert(
      fc.property(extracts, (given) => {
        const { diensten, bijstand, bereik_kenmerken } = aggregatePersons(given);
        const counts = [
          ...diensten.flatMap(({ aantal, personen }) => [aantal, personen]),
          ...bijstand.flatMap((row) => [
            ...[row.personen_in_bijstand, row.december, row.bereikt_instrumenten, row.bereikt_contacten],
          ]),
          ...bereik_kenmerken.flatMap((row) => [
            row.populatie,
            row.bereikt_instrumenten,
            row.bereikt_contacten,
          ]),
        ];
        expect(counts.filter((count) => count !== null && count > 0 && count < 10)).toEqual([]);
      }),
    );
  });

  it.each([4, 0, -1, 7.5, NaN])("have no threshold of %d", (threshold) => {
    expect(() => aggregatePersons({}, { threshold })).toThrow("geheel getal van 5 of meer");
  });
});

describe("extracts that were read from files", () => {
  it("are aggregated by the gebiedsdeel that the reader found", () => {
    const lines = Array.from(
      { length: 30 },
      (_, index) => `p${index};1-2-2021;${index < 12 ? "Charlois" : "Pernis"};A`,
    );
    const { rows } = extractOf(`persoon_id;startdatum;gebied;type\n${lines.join("\n")}`);
    const { diensten } = aggregatePersons({ instrumenten: rows });
    expect(diensten.map(({ gebiedsdeel, type, aantal }) => [gebiedsdeel, type, aantal])).toEqual([
      ["Zuid", "A", 12],
      ["Zuid", "Totaal", 12],
      ["Overig", "A", 18],
      ["Overig", "Totaal", 18],
    ]);
  });
});
