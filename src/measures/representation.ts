import { closure, representation, representationTable } from "../statistics/representation";
import { CellError, isErrorCell, type ErrorCell } from "./cells";
import { cellOf, defineFunction } from "./function-record";
import { labels, numbers, yesNo } from "./read-cells";

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

const source = "Eindevaluatie Samen voor Zuid, tabellen 4.6 en 4.7 en de voetnoot daarbij";
const shares = () =>
  numbers({ atLeast: 0, accepts: "een aandeel (0 of meer, als 22,6% of 0,226)", share: true });

export const REPRESENTATIE = defineFunction({
  id: "REPRESENTATIE",
  arguments: { aandeel_bereikt: shares(), aandeel_populatie: shares() },
  unit: "verhouding min 1: 0 is evenredig, 0,477 is 47,7% meer dan het aandeel in de populatie",
  help: "Hoe sterk een groep vertegenwoordigd is onder de bereikte personen, vergeleken met haar aandeel in de populatie. Beide aandelen moeten over dezelfde groepen zijn genomen. Geef twee cellen, of twee even grote bereiken voor een uitkomst per cel.",
  errors: [
    { code: "#DIV/0!", when: "het aandeel in de populatie is 0" },
    { code: "#N/A", when: "een van de twee aandelen ontbreekt" },
    { code: "#VALUE!", when: "een aandeel is negatief of geen getal, of de bereiken zijn niet even groot" },
  ],
  source,
  twin: { formulas: [["{aandeel_bereikt}/{aandeel_populatie}-1"]] },
  example: {
    arguments: [[[0.226]], [[0.153]]],
    result: [[0.226 / 0.153 - 1]],
    workings: "22,6% van de bereikte personen tegen 15,3% van de populatie: 0,226 / 0,153 - 1 = +47,7%",
  },
  calculate: ({ aandeel_bereikt: reached, aandeel_populatie: population }) => {
    const rows = Math.max(reached.length, population.length);
    const columns = Math.max(reached[0].length, population[0].length);
    const at = (table: (number | null | ErrorCell)[][], name: string) => {
      const single = table.length === 1 && table[0].length === 1;
      if (!single && (table.length !== rows || table[0].length !== columns)) {
        throw new CellError(
          "#VALUE!",
          `${name} is ${table.length} bij ${table[0].length} cellen en het andere bereik ${rows} bij ${columns}; geef even grote bereiken.`,
        );
      }
      return (r: number, c: number) => (single ? table[0][0] : table[r][c]);
    };
    const reachedAt = at(reached, "aandeel_bereikt");
    const populationAt = at(population, "aandeel_populatie");
    const result = Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => {
        const shareReached = reachedAt(r, c);
        const sharePopulation = populationAt(r, c);
        if (isErrorCell(shareReached)) return shareReached;
        if (isErrorCell(sharePopulation)) return sharePopulation;
        if (shareReached === null || sharePopulation === null) {
          return { error: "#N/A", message: "Een van de twee aandelen ontbreekt." } as const;
        }
        return cellOf(() => representation(shareReached, sharePopulation));
      }),
    );
    return result;
  },
});

/**
 * The twin compares with `=`, which takes no wildcards and no comparisons from a label, as COUNTIFS does, and has no
 * limit of 255 characters; `&""` makes 1 and "1" one label. Who has no category or no answer is on neither side.
 */
const ofCategory = '({categorie}&""={naam}&"")';
const hasCategory = '({categorie}&""<>"")';
const answered = '(({bereikt}="ja")+({bereikt}="nee"))';
const population = `SUMPRODUCT(${ofCategory}*${answered})`;
const reached = `SUMPRODUCT(${ofCategory}*({bereikt}="ja"))`;
const sharePopulation = `${population}/SUMPRODUCT(${hasCategory}*${answered})`;
const shareReached = `${reached}/SUMPRODUCT(${hasCategory}*({bereikt}="ja"))`;

export const REPRESENTATIE_TABEL = defineFunction({
  id: "REPRESENTATIE.TABEL",
  arguments: { categorie: labels({ optional: false }), bereikt: yesNo() },
  unit: "aantallen personen, aandelen (0 tot en met 1) en representatie (verhouding min 1)",
  help: "Per categorie: hoeveel personen de populatie telt en hoeveel er bereikt zijn, welke aandelen dat zijn en hoe de categorie vertegenwoordigd is. Een rij per persoon. Een persoon zonder categorie of zonder bereikt blijft aan beide kanten buiten de telling; de laatste rij laat zien dat de aandelen op 100% sluiten.",
  errors: [
    { code: "#N/A", when: "er is geen enkele persoon; in een cel: niemand is bereikt" },
    { code: "#VALUE!", when: "bereikt is geen ja of nee, of de bereiken zijn niet even groot" },
  ],
  source,
  twin: {
    reading:
      "In bereikt staat ja of nee. Hoofdletters maken geen verschil; een spatie te veel, die KNAP overslaat, doet dat hier wel.",
    formulas: [
      [
        "{naam}",
        population,
        reached,
        sharePopulation,
        shareReached,
        `(${shareReached})/(${sharePopulation})-1`,
      ],
    ],
  },
  example: {
    arguments: [
      [["Mannen"], ["Mannen"], ["Vrouwen"], ["Vrouwen"]],
      [["ja"], ["ja"], ["ja"], ["nee"]],
    ],
    result: [
      ["Categorie", "Populatie", "Bereikt", "Aandeel populatie", "Aandeel bereikt", "Representatie"],
      ["Mannen", 2, 2, 0.5, 2 / 3, 1 / 3],
      ["Vrouwen", 2, 1, 0.5, 1 / 3, -1 / 3],
      ["Totaal", 4, 3, 1, 1, 0],
    ],
    workings:
      "mannen zijn 2 van de 3 bereikten en 2 van de 4 personen: (2/3) / (2/4) - 1 = 1/3; vrouwen (1/3) / (2/4) - 1 = -1/3",
  },
  calculate: ({ categorie, bereikt }) => {
    if (categorie.length !== bereikt.length) {
      throw new CellError(
        "#VALUE!",
        `categorie heeft ${categorie.length} cellen en bereikt ${bereikt.length}; geef bereiken die even groot zijn.`,
      );
    }
    const persons = categorie.flatMap((category, i) => {
      const reached = bereikt[i];
      return category === null || reached === null ? [] : [{ category, reached }];
    });
    if (persons.length === 0) {
      throw new CellError("#N/A", "Geen personen: er is geen rij met zowel een categorie als ja of nee.");
    }
    const reachedPersons = persons.filter(({ reached }) => reached).length;
    const nobodyReached = { error: "#N/A", message: "Niemand is bereikt." } as const;
    const table = representationTable(persons);
    return [
      ["Categorie", "Populatie", "Bereikt", "Aandeel populatie", "Aandeel bereikt", "Representatie"],
      ...table.map((row) => [
        row.category,
        row.population,
        row.reached,
        row.sharePopulation,
        reachedPersons === 0 ? nobodyReached : row.shareReached,
        row.representation ?? nobodyReached,
      ]),
      [
        "Totaal",
        persons.length,
        reachedPersons,
        sum(table.map((row) => row.sharePopulation)),
        reachedPersons === 0 ? nobodyReached : sum(table.map((row) => row.shareReached ?? 0)),
        reachedPersons === 0
          ? nobodyReached
          : closure(
              table.map((row) => row.sharePopulation),
              table.map((row) => row.representation ?? 0),
            ) - 1,
      ],
    ];
  },
});
