import { cellTable } from "./cell-table";
import { CellError, isErrorCell, type ErrorCell } from "./cells";
import { defineFunction } from "./function-record";
import { numbers, requiredChoice } from "./read-cells";
import { seriesPerDonor } from "./series-per-donor";
import { leftOut } from "./synthetic-fit";
import { weightsInCells } from "./weights-in-cells";

export const SYNTH_PERSONEN = defineFunction({
  id: "SYNTH.PERSONEN",
  arguments: {
    effect: numbers({
      accepts: "een getal: het effect in een jaar, zoals SYNTH.EFFECT dat geeft",
      withoutPercent: true,
    }),
    populatie: numbers({ atLeast: 0, accepts: "een aantal personen (0 of meer)", whole: true }),
    eenheid: requiredChoice("procentpunt", "aandeel"),
  },
  unit: "personen; onder 0 zijn het er minder dan zonder interventie te verwachten was",
  help: 'Om hoeveel personen het bij een effect gaat: het effect maal de populatie waarover de uitkomst een aandeel is (in het rapport de 15- tot 75-jarigen). eenheid zegt hoe de uitkomst geschreven is: "procentpunt" als 8,9 voor 8,9% staat, "aandeel" als er 0,089 staat of de cel een percentage is. Geef populatie een cel per effect, of één cel voor alle.',
  errors: [
    { code: "#N/A", when: "in een cel: het effect of de populatie ontbreekt" },
    {
      code: "#VALUE!",
      when: "een cel is geen getal, de populatie is negatief, eenheid ontbreekt, of de bereiken zijn niet even groot",
    },
  ],
  source: "Eindevaluatie Samen voor Zuid, paragraaf 3.1: 0,17 procentpunt is ongeveer 275 personen",
  twin: {
    reading: "Per cel, bij een effect in procentpunten; bij een aandeel zonder de deling door 100.",
    formulas: [["{effect}*{populatie}/100"]],
  },
  example: {
    arguments: [[[-0.07], [-0.17]], [[160000], [162000]], [["procentpunt"]]],
    result: [[-112], [-275.4]],
    workings: "-0,07 / 100 x 160.000 = -112 en -0,17 / 100 x 162.000 = -275,4",
  },
  calculate: ({ effect, populatie: population, eenheid: unit }) => {
    const single = population.length === 1 && population[0].length === 1;
    if (!single && (population.length !== effect.length || population[0].length !== effect[0].length)) {
      throw new CellError(
        "#VALUE!",
        `effect is ${effect.length} bij ${effect[0].length} cellen en populatie ${population.length} bij ${population[0].length}; geef even grote bereiken, of één cel voor de populatie.`,
      );
    }
    const perPerson = unit === "procentpunt" ? 100 : 1;
    return effect.map((row, r) =>
      row.map((value, c) => {
        const persons = single ? population[0][0] : population[r][c];
        if (isErrorCell(value)) return value;
        if (isErrorCell(persons)) return persons;
        if (value === null || persons === null) {
          return { error: "#N/A", message: "Het effect of de populatie ontbreekt." } as const;
        }
        return (value * persons) / perPerson;
      }),
    );
  },
});

export const SYNTH_TOEPASSEN = defineFunction({
  id: "SYNTH.TOEPASSEN",
  arguments: {
    gewichten: weightsInCells(leftOut),
    reeksen: cellTable({ accepts: "een getal: de waarde van een donor in een jaar" }),
  },
  unit: "de eenheid van de reeksen, per periode",
  help: "Dezelfde gewichten op andere reeksen van de donoren, zoals de dienstverlening aan de controlegroep (tabel 3.2): per jaar het gewogen gemiddelde. Staan er namen bij de gewichten en bij de reeksen, dan worden ze op naam bij elkaar gezocht; anders op volgorde. Rijen zijn jaren en kolommen donoren, of andersom. Afgeronde gewichten, die samen niet precies 1 zijn, worden gedeeld door hun som. Een donor zonder gewicht mag een ontbrekende waarde hebben.",
  errors: [
    { code: "#N/A", when: "in een cel: een donor met gewicht heeft in dat jaar geen waarde" },
    {
      code: "#VALUE!",
      when: "de gewichten zijn samen geen 1, een gewicht ligt niet tussen 0 en 1, een cel is geen getal, of gewichten en reeksen passen niet bij elkaar",
    },
  ],
  source: "Eindevaluatie Samen voor Zuid, tabel 3.2",
  twin: {
    reading:
      "Per jaar: reeksen_in_jaar is de rij van de donoren in dat jaar; gewichten is de kolom met de gewichten, in dezelfde volgorde, zonder kop.",
    formulas: [["{jaar}", "SUMPRODUCT(MMULT({reeksen_in_jaar},{gewichten}))/SUM({gewichten})"]],
  },
  example: {
    arguments: [
      [
        ["Donor", "Gewicht"],
        ["Noord", 0.25],
        ["Oost", 0.75],
      ],
      [
        ["jaar", "Oost", "Noord"],
        [2019, 100, 60],
        [2020, 80, 40],
      ],
    ],
    result: [
      ["Periode", "Synthetisch"],
      [2019, 90],
      [2020, 70],
    ],
    workings: "op naam: 0,25 x 60 + 0,75 x 100 = 90 en 0,25 x 40 + 0,75 x 80 = 70",
  },
  calculate: ({ gewichten, reeksen }) => {
    const donors = seriesPerDonor(gewichten, reeksen);
    const total = gewichten.weights.reduce((sum, weight) => sum + weight, 0);
    const weighted = gewichten.weights.flatMap((weight, j) => (weight > 0 ? [{ weight, j }] : []));
    const mean = (period: number): number | ErrorCell => {
      const hole = weighted.find(({ j }) => donors.valueOf(j, period) === null);
      if (hole) {
        return { error: "#N/A", message: `In ${donors.where(hole.j, period)} ontbreekt een waarde.` };
      }
      return (
        weighted.reduce((sum, { weight, j }) => sum + weight * Number(donors.valueOf(j, period)), 0) / total
      );
    };
    return [["Periode", "Synthetisch"], ...donors.periods.map((label, period) => [label, mean(period)])];
  },
});
