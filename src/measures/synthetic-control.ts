import { syntheticWeights } from "../synthetic-control/weights";
import { CellError } from "./cells";
import { defineFunction } from "./function-record";
import { labels, numberOr, numbers } from "./read-cells";

type Table = (number | null)[][];

const transpose = (table: Table): Table => table[0].map((_, column) => table.map((row) => row[column]));

export const SYNTH_GEWICHTEN = defineFunction({
  id: "SYNTH.GEWICHTEN",
  arguments: {
    doel: numbers({ accepts: "een getal: de uitkomst van het doelgebied in een jaar" }),
    donoren: numbers({ accepts: "een getal: de uitkomst van een donor in een jaar" }),
    namen: labels({ optional: true }),
    jaren: { ...numbers({ accepts: "een jaartal" }), optional: true },
    laatste_voorjaar: numberOr(null, { accepts: "een jaartal uit jaren", allows: Number.isFinite }),
  },
  unit: "gewicht per donor, 0 of meer, samen 1",
  help: "De gewichten waarmee de donoren samen het doelgebied vóór de interventie zo goed mogelijk nabootsen: de som van de gekwadrateerde verschillen over de voorjaren is zo klein als mogelijk, bij gewichten van 0 of meer die samen 1 zijn. Zijn er meer gewichten die even goed passen, dan de gewichten met de kleinste kwadratensom; de volgorde van de donoren maakt dus niet uit. Rijen zijn jaren en kolommen donoren, of andersom. Zonder jaren en laatste_voorjaar tellen alle jaren als voorjaar.",
  errors: [
    {
      code: "#VALUE!",
      when: "een cel is geen getal of ontbreekt in een voorjaar, of de bereiken passen niet bij elkaar",
    },
  ],
  source:
    "Eindevaluatie Samen voor Zuid, tabel 3.1 en bijlage; Abadie, Diamond en Hainmueller (2010), alleen op uitkomsten",
  // The certificate: weights that sum to 1, none below 0, and no room for a better sum of squares (Frank-Wolfe gap).
  // `{doel}` and `{donoren}` are the years before the intervention, a row each; typed as array formulas before 2021.
  twin: {
    formulas: [
      [
        "SUM({gewichten})",
        "MIN({gewichten})",
        "2*(MAX(MMULT(TRANSPOSE({donoren}),{doel}-MMULT({donoren},{gewichten})))-SUMPRODUCT(MMULT({donoren},{gewichten}),{doel}-MMULT({donoren},{gewichten})))",
      ],
    ],
  },
  example: {
    arguments: [
      [[2], [4], [9]],
      [
        [1, 3, 8],
        [3, 5, 1],
        [0, 0, 0],
      ],
      [["Noord", "Oost", "West"]],
      [[2017], [2018], [2019]],
      [[2018]],
    ],
    result: [
      ["Donor", "Gewicht"],
      ["Noord", 0.5],
      ["Oost", 0.5],
      ["West", 0],
    ],
    workings:
      "in 2017 en 2018 is het doel (2, 4) precies het midden van Noord (1, 3) en Oost (3, 5). Met West (8, 1) erbij kan het doel alleen gehaald worden met gewicht 0 voor West, want 0,5 x Noord + 0,5 x Oost ligt op de lijn van Noord naar Oost en West niet",
  },
  calculate: ({ doel, donoren, namen, jaren, laatste_voorjaar: lastPreYear }) => {
    const target = doel.flat();
    if (doel.length > 1 && doel[0].length > 1) {
      throw new CellError("#VALUE!", "doel moet één kolom of één rij zijn, met een cel per jaar.");
    }
    const yearsInRows =
      donoren.length === target.length && (doel.length > 1 || donoren[0].length !== target.length);
    const byYear = yearsInRows ? donoren : transpose(donoren);
    if (byYear.length !== target.length) {
      throw new CellError(
        "#VALUE!",
        `doel heeft ${target.length} jaren, maar donoren is ${donoren.length} bij ${donoren[0].length} cellen; geef donoren met evenveel jaren.`,
      );
    }
    const names = donorNames(namen, byYear[0].length);
    const preYears = preYearRows(jaren.flat(), lastPreYear, target.length);
    const treated = preYears.map((year) => required(target[year], `rij ${year + 1} van doel`));
    const donors = names.map((name, donor) =>
      preYears.map((year) =>
        required(
          byYear[year][donor],
          yearsInRows
            ? `rij ${year + 1}, kolom ${donor + 1} van donoren (${name})`
            : `rij ${donor + 1}, kolom ${year + 1} van donoren (${name})`,
        ),
      ),
    );
    const { weights } = syntheticWeights(treated, donors);
    return [["Donor", "Gewicht"], ...names.map((name, donor) => [name, weights[donor]])];
  },
});

function required(cell: number | null, where: string): number {
  if (cell !== null) return cell;
  throw new CellError(
    "#VALUE!",
    `In ${where} ontbreekt een waarde; in de voorjaren moet elke donor een getal hebben.`,
  );
}

function donorNames(given: (string | null)[], count: number): string[] {
  if (given.length > 0 && given.length !== count) {
    throw new CellError("#VALUE!", `namen heeft ${given.length} cellen, maar er zijn ${count} donoren.`);
  }
  return Array.from({ length: count }, (_, i) => given[i] ?? `Donor ${i + 1}`);
}

/** The row numbers of the years up to and including the last year before the intervention. */
function preYearRows(years: (number | null)[], lastPreYear: number | null, count: number): number[] {
  const all = Array.from({ length: count }, (_, row) => row);
  const given = years.some((year) => year !== null);
  if (!given && lastPreYear === null) return all;
  if (!given || lastPreYear === null) {
    throw new CellError("#VALUE!", "Geef jaren en laatste_voorjaar allebei, of geen van beide.");
  }
  if (years.length !== count) {
    throw new CellError("#VALUE!", `jaren heeft ${years.length} cellen, maar doel heeft ${count} jaren.`);
  }
  const rows = all.filter((row) => {
    const year = years[row];
    if (year === null) throw new CellError("#VALUE!", `In rij ${row + 1} van jaren ontbreekt het jaartal.`);
    return year <= lastPreYear;
  });
  if (rows.length === 0) {
    throw new CellError(
      "#VALUE!",
      `Er is geen jaar tot en met ${lastPreYear}; geef een laatste_voorjaar uit jaren.`,
    );
  }
  return rows;
}
