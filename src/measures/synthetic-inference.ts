import { numberInDutch } from "../statistics/number-in-dutch";
import { gapTable } from "../synthetic-control/chart-data";
import { detectableEffect } from "../synthetic-control/detectable-effect";
import type { SyntheticFit } from "../synthetic-control/fit";
import { inTime } from "../synthetic-control/in-time";
import { leaveOneOut } from "../synthetic-control/leave-one-out";
import { panelWithPost, type SyntheticPanel } from "../synthetic-control/panel";
import type { PlaceboOptions, PlaceboRun } from "../synthetic-control/placebo-runs";
import { poorFitWarnings, unlikeWarnings } from "../synthetic-control/poor-fit";
import { placeboTest, type PlaceboTest } from "../synthetic-control/placebo-test";
import { sharedEffectRange, sharedFit, sharedPlacebos } from "../synthetic-control/shared-fits";
import { fitWarnings, placeboWarnings } from "../synthetic-control/warnings";
import { CellError, type ResultTable } from "./cells";
import { defineFunction, type Steps } from "./function-record";
import {
  inOrderOfCells,
  missingArgument,
  panelArguments,
  panelInCells,
  type PanelInCells,
} from "./panel-in-cells";
import { choice, numberOr } from "./read-cells";
import {
  panelByHand,
  panelErrors,
  penaltyArgument,
  rangesHelp,
  ratioCell,
  sourceOfSynthetic,
  uniquenessInWords,
} from "./synthetic-fit";

type PlaceboTable = "eenheden" | "toets" | "drempels" | "verschillen" | "valse start" | "zonder donor";

const placeboErrors = [
  ...panelErrors,
  {
    code: "#VALUE!" as const,
    when: "er is geen jaar na laatste_voorjaar, of er blijven geen placebo's of donoren over om mee te vergelijken",
  },
];

export const SYNTH_PLACEBO = defineFunction({
  id: "SYNTH.PLACEBO",
  arguments: {
    ...panelArguments(),
    tabel: choice<PlaceboTable>(
      "eenheden",
      "toets",
      "drempels",
      "verschillen",
      "valse start",
      "zonder donor",
    ),
    placebos: choice("alle donoren", "rapport"),
    doel_als_donor: choice("nee", "ja"),
    niveau: numberOr(0.05, { accepts: "een getal tussen 0 en 1", allows: (value) => value > 0 && value < 1 }),
    ontbrekend: missingArgument(),
    straf: penaltyArgument(),
  },
  unit: "RMSPE, verschil en effect in de eenheid van de uitkomst; verhouding, rang en p zonder eenheid",
  help: `Hoe bijzonder het effect is: elke donor wordt behandeld alsof hij het doelgebied was, met eigen gewichten uit de andere donoren. p = (1 + het aantal placebo's dat minstens zo extreem is) / (het aantal placebo's + 1). tabel kiest wat er komt: "eenheden" per gebied RMSPE's, verhouding, effect, rang en p (rang / aantal gebieden), met een kolom "Let op" als er een waarschuwing over de fit is (ook bij "drempels"); "toets" de p-waarden, de kleinst mogelijke p, het minimaal aantoonbare effect, en waarschuwingen, zoals wanneer de placebo's in het midden een meer dan 3 keer zo grote RMSPE hebben als het doelgebied (dan zijn ze niet uitwisselbaar en toetst geen van beide p's wat zij lijkt te toetsen) of het doelgebied een meer dan 4 keer zo grote als zij (dan past het slecht); "drempels" hetzelfde als placebo's met een slechtere voorfit dan zoveel maal die van het doelgebied wegblijven, bij elke drempel; "verschillen" de verschillen van het doelgebied en elke placebo per jaar, voor een grafiek (figuur 0.1); "valse start" de fit alsof de interventie eerder begon; "zonder donor" de fit zonder elk van de donoren met gewicht. placebos "rapport" laat, zoals de eindevaluatie, de donoren met gewicht als placebo weg; dat is geen zuivere permutatietoets. Het minimaal aantoonbare effect is de grens waarboven een gemiddeld effect, hoger of lager, bij deze placebo's een tweezijdige p van hoogstens niveau krijgt; het hoort bij p effect en niet bij p verhouding, en het is geen kans om een echt effect te vinden. doel_als_donor "ja" laat het doelgebied toe als donor van de placebo's. ${rangesHelp}`,
  errors: placeboErrors,
  source: `${sourceOfSynthetic}, figuur 0.1; Abadie (2021), paragraaf 3.5`,
  twin: {
    reading:
      'Uit de tabel "eenheden": verhouding_doel en effect_doel zijn de cellen van het doelgebied, verhoudingen_placebos en effecten_placebos de kolommen van de placebo\'s daaronder. De RMSPE en het effect van een placebo geven de formules van SYNTH.KWALITEIT, met die donor als doel en zijn gewichten uit SYNTH.GEWICHTEN. De functie telt waarden die alleen door afronding verschillen als gelijk.',
    formulas: [
      [
        '"p verhouding"',
        "(1+SUMPRODUCT(--({verhoudingen_placebos}>={verhouding_doel})))/(1+ROWS({verhoudingen_placebos}))",
      ],
      [
        '"p effect, tweezijdig"',
        "(1+SUMPRODUCT(--(ABS({effecten_placebos})>=ABS({effect_doel}))))/(1+ROWS({effecten_placebos}))",
      ],
      [
        '"p effect zo laag, eenzijdig"',
        "(1+SUMPRODUCT(--({effecten_placebos}<={effect_doel})))/(1+ROWS({effecten_placebos}))",
      ],
      [
        '"p effect zo hoog, eenzijdig"',
        "(1+SUMPRODUCT(--({effecten_placebos}>={effect_doel})))/(1+ROWS({effecten_placebos}))",
      ],
    ],
  },
  example: {
    arguments: panelByHand,
    result: [
      [
        "Gebied",
        "RMSPE voor",
        "RMSPE na",
        "Verhouding",
        "Rang verhouding",
        "p verhouding",
        "Gemiddeld effect",
        "Rang effect",
        "p effect",
      ],
      ["Doelgebied", 1, 3, 3, 1, 0.25, 3, 1, 0.25],
      ["Noord", Math.sqrt(3.2), 2.4, 2.4 / Math.sqrt(3.2), 2, 0.5, -2.4, 2, 0.5],
      ["Oost", Math.sqrt(3.2), 0.8, 0.8 / Math.sqrt(3.2), 4, 1, 0.8, 4, 1],
      ["West", 2, 2, 1, 3, 0.75, 2, 3, 0.75],
    ],
    workings:
      "Noord (6, 4) tegen Oost en West: 0,6 x Oost + 0,4 x West = (5,2, 6,4), verschillen 0,8 en -2,4, RMSPE de wortel van (0,64 + 5,76) / 2; in 2019 5 - (0,6 x 7 + 0,4 x 8) = -2,4. Oost net zo, met 7 - (0,6 x 5 + 0,4 x 8) = 0,8. West (7, 7) tegen de helft Noord en de helft Oost (5, 5): verschillen 2 en 2, en in 2019 8 - 6 = 2. Het doelgebied staat bovenaan vier gebieden: p = 1/4",
  },
  calculate: function* (values) {
    const cells = panelInCells(values);
    const { tabel: table, niveau: level } = values;
    const options: PlaceboOptions = {
      units: values.placebos,
      treatedInPools: values.doel_als_donor === "ja",
      penalty: values.straf,
    };
    if (table === "valse start") return yield* falseStarts(cells, values.straf);
    if (table === "zonder donor") return yield* withoutEachDonor(cells, values.straf);
    const runs: PlaceboRun[] = [];
    for (const run of sharedPlacebos(cells.panel, options)) {
      runs.push(run);
      yield;
    }
    if (table === "verschillen") {
      const [head, ...years] = gapTable(cells.periods, runs, cells.donors);
      return [head, ...inOrderOfCells(cells, years)];
    }
    const test = placeboTest(runs);
    if (table === "drempels") return withDoubts(thresholdTable(test, level), cells.panel, test);
    return table === "toets" ? testTable(cells, test, options, level) : unitTable(cells, test);
  },
});

function unitTable({ panel, donors }: PanelInCells, test: PlaceboTest): ResultTable {
  const units = [test.treated, ...test.ranked];
  const table = [
    [
      "Gebied",
      "RMSPE voor",
      "RMSPE na",
      "Verhouding",
      "Rang verhouding",
      "p verhouding",
      "Gemiddeld effect",
      "Rang effect",
      "p effect",
    ],
    ...units.map((unit) => [
      unit.donor === null ? "Doelgebied" : donors[unit.donor],
      unit.preRmspe,
      unit.postRmspe,
      ratioCell(unit.postRmspe, unit.preRmspe),
      unit.ratioRank,
      unit.ratioRank / units.length,
      unit.averageEffect,
      unit.effectRank,
      unit.effectRank / units.length,
    ]),
  ];
  return withDoubts(table, panel, test);
}

/** A table with p-values, with a last column that tells where there is a warning about the fit. */
function withDoubts(table: ResultTable, panel: SyntheticPanel, test: PlaceboTest): ResultTable {
  const doubts = [...poorFitWarnings(panel, test.treated), ...unlikeWarnings(test)];
  // In a column of its own: a row of text would spoil the formulas that count in the others.
  const remarks = ["Let op", 'lees de waarschuwing in de tabel "toets"'];
  return doubts.length === 0 ? table : table.map((row, r) => [...row, remarks[r] ?? ""]);
}

function testTable(
  { panel, warnings }: PanelInCells,
  test: PlaceboTest,
  { units, treatedInPools, penalty }: PlaceboOptions,
  level: number,
): ResultTable {
  const detectable = detectableEffect(
    test.ranked.map(({ averageEffect }) => averageEffect),
    level,
  );
  const all = [...warnings, ...fitWarnings(panel, sharedFit(panel, { penalty })), ...placeboWarnings(test)];
  return [
    ["Kenmerk", "Waarde"],
    ["Placebo's", test.placebos],
    [
      "Placebo's zijn",
      units === "rapport" ? "de donoren zonder gewicht (conventie van het rapport)" : "alle donoren",
    ],
    ["Doelgebied is donor van de placebo's", treatedInPools ? "ja" : "nee"],
    ["Verhouding na / voor", ratioCell(test.treated.postRmspe, test.treated.preRmspe)],
    ["p verhouding", test.pRatio],
    ["Gemiddeld effect", test.treated.averageEffect],
    ["p effect, tweezijdig", test.pEffect],
    ["p effect zo laag, eenzijdig", test.pEffectLow],
    ["p effect zo hoog, eenzijdig", test.pEffectHigh],
    ["Kleinst mogelijke p", test.smallestP],
    [detectableLabel(level), detectable ?? "geen: met zo weinig placebo's wordt p nooit zo klein"],
    ...all.map((warning) => ["Waarschuwing", warning]),
  ];
}

const detectableLabel = (level: number) => `Minimaal aantoonbaar effect bij p ≤ ${numberInDutch(level)}`;

function thresholdTable({ thresholds }: PlaceboTest, level: number): ResultTable {
  return [
    [
      "Drempel (maal RMSPE voor van het doelgebied)",
      "Placebo's",
      "p verhouding",
      "p effect, tweezijdig",
      "p effect zo laag",
      "p effect zo hoog",
      "Kleinst mogelijke p",
      detectableLabel(level),
    ],
    ...thresholds.map((part) => [
      part.multiple === Infinity ? "geen" : part.multiple,
      part.placebos,
      part.pRatio,
      part.pEffect,
      part.pEffectLow,
      part.pEffectHigh,
      part.smallestP,
      detectableEffect(part.effects, level) ?? "geen",
    ]),
  ];
}

/** The shortest period to fit on, with at least one year left to hold out. */
const fewestFitPeriods = 2;

function* falseStarts({ panel, periods }: PanelInCells, penalty: number): Steps<ResultTable> {
  if (panel.prePeriods <= fewestFitPeriods) {
    throw new CellError(
      "#VALUE!",
      `Er zijn ${panel.prePeriods} voorjaren; voor een valse start zijn er minstens ${fewestFitPeriods + 1} nodig, want een deel ervan speelt de naperiode.`,
    );
  }
  const rows: ResultTable = [
    [
      "Valse start",
      "Jaren voor",
      "RMSPE voor",
      "Jaren na",
      "RMSPE na",
      "Verhouding",
      "Gemiddeld verschil",
      "Gewichten",
    ],
  ];
  for (let fitted = fewestFitPeriods; fitted < panel.prePeriods; fitted++) {
    const { preRmspe, gaps, postRmspe, averageEffect, uniqueness } = inTime(panel, fitted, { penalty });
    rows.push([
      periods[fitted],
      fitted,
      preRmspe,
      gaps.length - fitted,
      postRmspe,
      ratioCell(Number(postRmspe), preRmspe),
      averageEffect,
      uniquenessInWords[uniqueness],
    ]);
    yield;
  }
  return rows;
}

function* withoutEachDonor({ panel, donors }: PanelInCells, penalty: number): Steps<ResultTable> {
  const full = sharedFit(panelWithPost(panel), { penalty });
  const rows: ResultTable = [
    ["Zonder donor", "Gewicht", "RMSPE voor", "RMSPE na", "Gemiddeld effect", "Gewichten"],
    ["geen weggelaten", "", ...fitCells(full)],
  ];
  for (const { dropped, fit } of leaveOneOut(panel, { penalty }, full)) {
    rows.push([donors[dropped], full.weights[dropped], ...fitCells(fit)]);
    yield;
  }
  return rows;
}

const fitCells = ({ preRmspe, postRmspe, averageEffect, uniqueness }: SyntheticFit) => [
  preRmspe,
  postRmspe,
  averageEffect,
  uniquenessInWords[uniqueness],
];

export const SYNTH_BEREIK = defineFunction({
  id: "SYNTH.BEREIK",
  arguments: {
    ...panelArguments(),
    marge: numberOr(0.05, {
      accepts: "een getal van 0 tot en met 1, zoals 0,05 voor 5%",
      allows: (value) => value >= 0 && value <= 1,
    }),
    tolerantie: numberOr(null, {
      accepts: "een getal van 0 of meer, in de eenheid van de uitkomst",
      allows: (value) => value >= 0,
    }),
    ontbrekend: missingArgument(),
  },
  unit: "de eenheid van de uitkomst; bij percentages zijn het procentpunten",
  help: `Hoe ver het effect afhangt van de keuze van de gewichten: het kleinste en het grootste effect over alle gewichten die bijna even goed passen, per jaar en gemiddeld. Bijna even goed is een RMSPE in de voorjaren van hoogstens 1 + marge maal de laagste; met tolerantie is een RMSPE tot dat bedrag altijd goed genoeg, zoals de afronding van de uitkomsten. Hebben kleinste en grootste een verschillend teken, dan leggen de gegevens niet vast of het effect positief of negatief is. De rekenonzekerheid zegt hoeveel de grenzen hoogstens verder kunnen liggen. ${rangesHelp}`,
  errors: [...panelErrors, { code: "#VALUE!", when: "er is geen jaar na laatste_voorjaar" }],
  source:
    "Maat van KNAP, bij Abadie, Diamond en Hainmueller (2010); het rapport geeft alleen het effect van de beste gewichten",
  twin: {
    none: "Het bereik wordt gezocht over alle gewichten, en dat kan een formule niet. Van gewichten die u zelf kiest, geven de formules van SYNTH.KWALITEIT de RMSPE en het effect: past de RMSPE binnen de marge, dan ligt het effect tussen de grenzen.",
  },
  example: {
    arguments: [...panelByHand, [[0.25]]],
    result: [
      ["Jaar", "Kleinste effect", "Effect", "Grootste effect", "Rekenonzekerheid"],
      [2019, 2.25, 3, 3.75, 0],
      ["Gemiddelde", 2.25, 3, 3.75, 0],
    ],
    workings:
      "de beste RMSPE is 1 (zie SYNTH.KWALITEIT), de grens dus 1,25. Met gewichten (0,5 + s/2, 0,5 - s/2, 0) is het verschil in de voorjaren (1 + s, 1 - s), de RMSPE de wortel van 1 + s², en het effect 3 + s. De grens geeft s = 0,75 of -0,75; gewicht voor West maakt de ruimte voor s kleiner dan het oplevert",
  },
  calculate: function* (values) {
    const cells = panelInCells(values);
    const { gaps, averageEffect } = sharedFit(panelWithPost(cells.panel), {});
    const { prePeriods } = cells.panel;
    const rows: ResultTable = [];
    const options = { factor: 1 + values.marge, tolerance: values.tolerantie ?? undefined };
    for (const found of sharedEffectRange(cells.panel, options)) {
      yield;
      if (found === null) continue;
      const { smallest, largest, uncertainty } = found;
      // The first is that of the mean; then each period after the intervention.
      const period = prePeriods + rows.length - 1;
      rows.push(
        rows.length === 0
          ? ["Gemiddelde", smallest, averageEffect, largest, uncertainty]
          : [cells.periods[period], smallest, gaps[period], largest, uncertainty],
      );
    }
    const [average, ...years] = rows;
    return [
      ["Jaar", "Kleinste effect", "Effect", "Grootste effect", "Rekenonzekerheid"],
      ...inOrderOfCells(cells, years),
      average,
    ];
  },
});
