import { seriesTable } from "../synthetic-control/chart-data";
import type { Uniqueness } from "../synthetic-control/fit";
import { panelWithPost } from "../synthetic-control/panel";
import { sharedFit } from "../synthetic-control/shared-fits";
import { fitWarnings } from "../synthetic-control/warnings";
import type { ResultTable } from "./cells";
import { defineFunction, type FunctionRecord } from "./function-record";
import { inOrderOfCells, missingArgument, panelArguments, panelInCells } from "./panel-in-cells";
import { numberOr } from "./read-cells";

export const sourceOfSynthetic =
  "Eindevaluatie Samen voor Zuid, hoofdstuk 3 en bijlage; Abadie, Diamond en Hainmueller (2010), alleen op uitkomsten";

/** How ranges are read, for the help of every function on a panel. */
export const rangesHelp =
  "Rijen zijn jaren en kolommen donoren, of andersom. Namen en jaren mogen in de bereiken staan (een rij of kolom met namen of codes; jaren daarnaast, ook als 2016* of 2016JJ00, liefst onder een woord als jaar) of in namen en jaren, waar ook nummers van perioden mogen; is een bereik op twee manieren te lezen, dan zegt KNAP welke. Zonder jaren tellen alle rijen als voorjaar.";

/** What stands in the place of the weight of a donor that was left out: it is not the weight 0. */
export const leftOut = "doet niet mee";

export const panelErrors: FunctionRecord["errors"] = [
  {
    code: "#VALUE!",
    when: "een cel is geen getal of ontbreekt, de bereiken of hun labels passen niet bij elkaar, het doelgebied staat onder de donoren, of er zijn minder dan twee voorjaren",
  },
];

/** The price of far-off donors; see FitOptions. */
export const penaltyArgument = () =>
  numberOr(0, { accepts: "een getal van 0 of meer", allows: (value) => value >= 0 });

const weightsColumn =
  "gewichten is de kolom met de gewichten, in de volgorde van de donoren, zonder kop en zonder donoren die niet meedoen; laat die ook uit de donoren weg.";
const arrayFormula = "In Excel van vóór 2021 typt u een formule met Ctrl+Shift+Enter.";

const fitArguments = () => ({
  ...panelArguments(),
  ontbrekend: missingArgument(),
  straf: penaltyArgument(),
});

/**
 * A panel small enough to work out by hand. Before: Noord and Oost are (2, 0) and (0, 2) above the target, West
 * is (3, 3) above it. The point nearest to (0, 0) in that triangle is (1, 1), halfway Noord and Oost.
 */
export const panelByHand = [
  [[4], [4], [9]],
  [
    [6, 4, 7],
    [4, 6, 7],
    [5, 7, 8],
  ],
  [["Noord", "Oost", "West"]],
  [[2017], [2018], [2019]],
  [[2018]],
];

export const SYNTH_GEWICHTEN = defineFunction({
  id: "SYNTH.GEWICHTEN",
  arguments: fitArguments(),
  unit: "gewicht per donor, 0 of meer, samen 1",
  help: `De gewichten waarmee de donoren samen het doelgebied vóór de interventie zo goed mogelijk nabootsen: de som van de gekwadrateerde verschillen over de voorjaren is zo klein als mogelijk, bij gewichten van 0 of meer die samen 1 zijn. Zijn er meer gewichten die even goed passen, dan de gewichten met de kleinste kwadratensom; de volgorde van de donoren maakt dus niet uit. Of de gewichten uniek zijn, zegt SYNTH.KWALITEIT. ${rangesHelp} Met straf wegen donoren die zelf ver van het doelgebied liggen minder mee (Abadie en L'Hour).`,
  errors: panelErrors,
  source: sourceOfSynthetic,
  // The certificate: weights that sum to 1, none below 0, and no room for a better fit (the Frank-Wolfe gap).
  twin: {
    reading: `doel en donoren zijn hier alleen de voorjaren, met een rij per jaar; ${weightsColumn} De laatste regel is op afronding na 0 bij straf 0; met straf niet, want de straf ruilt een lagere RMSPE in voor nabije donoren. ${arrayFormula}`,
    formulas: [
      ['"Som van de gewichten"', "SUM({gewichten})"],
      ['"Kleinste gewicht"', "MIN({gewichten})"],
      ['"RMSPE voorperiode"', rmspe("{doel}", "{donoren}")],
      [
        '"Hoeveel lager de RMSPE hoogstens kan"',
        `${rmspe("{doel}", "{donoren}")}-SQRT(MAX(0,${squares("{doel}", "{donoren}")}-${gapInSquares("{doel}", "{donoren}")})/ROWS({doel}))`,
      ],
    ],
  },
  example: {
    arguments: panelByHand,
    result: [
      ["Donor", "Gewicht"],
      ["Noord", 0.5],
      ["Oost", 0.5],
      ["West", 0],
    ],
    workings:
      "in 2017 en 2018 ligt Noord (2, 0) boven het doel, Oost (0, 2) en West (3, 3). Van alle mengsels ligt (1, 1) het dichtst bij (0, 0): de helft Noord en de helft Oost",
  },
  calculate: (values) => {
    const { panel, given } = panelInCells(values);
    const { weights } = sharedFit(panel, { penalty: values.straf });
    return [
      ["Donor", "Gewicht"],
      ...given.map(({ name, donor }) => [name, donor === null ? leftOut : weights[donor]]),
    ];
  },
});

export const SYNTH_REEKS = defineFunction({
  id: "SYNTH.REEKS",
  arguments: fitArguments(),
  unit: "de eenheid van de uitkomst, per jaar",
  help: `De uitkomst van het doelgebied en van de synthetische controlegroep per jaar, in de vorm die een grafiek vraagt (figuur 3.8). De synthetische reeks is het met SYNTH.GEWICHTEN gewogen gemiddelde van de donoren. ${rangesHelp}`,
  errors: panelErrors,
  source: `${sourceOfSynthetic}, figuur 3.8`,
  twin: {
    reading: `Per jaar: donoren_in_jaar is de rij van de donoren in dat jaar; ${weightsColumn}`,
    formulas: [["{jaar}", "{doel_in_jaar}", "SUMPRODUCT(MMULT({donoren_in_jaar},{gewichten}))"]],
  },
  example: {
    arguments: panelByHand,
    result: [
      ["Periode", "Doelgebied", "Synthetisch"],
      [2017, 4, 5],
      [2018, 4, 5],
      [2019, 9, 6],
    ],
    workings:
      "de helft Noord en de helft Oost (zie SYNTH.GEWICHTEN): (6 + 4) / 2 = 5, (4 + 6) / 2 = 5 en (5 + 7) / 2 = 6",
  },
  calculate: (values) => {
    const cells = panelInCells(values);
    const fit = sharedFit(cells.panel, { penalty: values.straf });
    const [head, ...years] = seriesTable(cells.periods, cells.panel, fit);
    return [head, ...inOrderOfCells(cells, years)];
  },
});

export const SYNTH_EFFECT = defineFunction({
  id: "SYNTH.EFFECT",
  arguments: fitArguments(),
  unit: "de eenheid van de uitkomst; bij percentages zijn het procentpunten",
  help: `Het effect per jaar na de interventie: de uitkomst van het doelgebied min de synthetische reeks, en het gemiddelde daarvan. Onder 0 is het doelgebied lager dan zonder interventie te verwachten was. Lees het effect niet zonder SYNTH.KWALITEIT, SYNTH.PLACEBO en SYNTH.BEREIK. ${rangesHelp}`,
  errors: [...panelErrors, { code: "#VALUE!", when: "er is geen jaar na laatste_voorjaar" }],
  source: `${sourceOfSynthetic}, tabel in paragraaf 3.1`,
  twin: {
    reading: `Per jaar: doel_in_jaar en donoren_in_jaar zijn de cel van het doel en de rij van de donoren in dat jaar; ${weightsColumn}`,
    formulas: [["{jaar}", "{doel_in_jaar}-SUMPRODUCT(MMULT({donoren_in_jaar},{gewichten}))"]],
  },
  example: {
    arguments: panelByHand,
    result: [
      ["Jaar", "Effect"],
      [2019, 3],
      ["Gemiddelde", 3],
    ],
    workings: "in 2019 is het doel 9 en de synthetische reeks 6 (zie SYNTH.REEKS): 9 - 6 = 3",
  },
  calculate: (values) => {
    const cells = panelInCells(values);
    const { gaps, averageEffect } = sharedFit(panelWithPost(cells.panel), { penalty: values.straf });
    const rows = gaps.map((gap, t): [number, number] => [cells.periods[t], gap]);
    return [
      ["Jaar", "Effect"],
      ...inOrderOfCells(cells, rows.slice(cells.panel.prePeriods)),
      ["Gemiddelde", averageEffect],
    ];
  },
});

export const uniquenessInWords: Record<Uniqueness, string> = {
  uniek: "uniek",
  "binnen de omhullende": "niet uniek: de fit is perfect en met andere gewichten ook te krijgen",
  "afhankelijke donoren": "niet uniek: donoren met gewicht zijn uitwisselbaar",
};

const noPost = "geen naperiode";

export const SYNTH_KWALITEIT = defineFunction({
  id: "SYNTH.KWALITEIT",
  arguments: fitArguments(),
  unit: "RMSPE, kloof en effect in de eenheid van de uitkomst; verhouding en KKT-residu zonder eenheid",
  help: `Hoe goed de synthetische controlegroep past en hoe zeker de gewichten zijn. RMSPE is de wortel van het gemiddelde gekwadrateerde verschil. Het KKT-residu is de grootste schending van de voorwaarden waaraan de beste gewichten voldoen; de optimaliteitskloof is hoeveel lager de RMSPE met andere gewichten hoogstens kan zijn. Beide zijn op afronding na 0. Met straf is wat zo klein mogelijk is niet de RMSPE maar de RMSPE en de straf samen, en daarvan zijn residu en kloof dan. Onderaan staan waarschuwingen: een doelgebied dat in alle voorjaren boven of onder alle donoren ligt, een gemiddeld effect van minder dan 2 keer de RMSPE van de voorperiode, verschillen die in de voorjaren al die kant op liepen, weinig voorjaren, afgeronde uitkomsten, gewichten die niet uniek zijn, donoren met een ontbrekende waarde. ${rangesHelp}`,
  errors: panelErrors,
  source: sourceOfSynthetic,
  twin: {
    reading: `doel en donoren zijn de voorjaren, doel_na en donoren_na de jaren daarna, met een rij per jaar; ${weightsColumn} ${arrayFormula}`,
    formulas: [
      ['"RMSPE voorperiode"', rmspe("{doel}", "{donoren}")],
      ['"RMSPE naperiode"', rmspe("{doel_na}", "{donoren_na}")],
      ['"Verhouding na / voor"', `${rmspe("{doel_na}", "{donoren_na}")}/${rmspe("{doel}", "{donoren}")}`],
      ['"Gemiddeld effect"', "SUMPRODUCT({doel_na}-MMULT({donoren_na},{gewichten}))/ROWS({doel_na})"],
      ['"Donoren met gewicht"', "SUMPRODUCT(--({gewichten}>1E-9))"],
    ],
  },
  example: {
    arguments: panelByHand,
    result: [
      ["Kenmerk", "Waarde"],
      ["Voorperioden", 2],
      ["Donoren", 3],
      ["Donoren met gewicht", 2],
      ["RMSPE voorperiode", 1],
      ["RMSPE naperiode", 3],
      ["Verhouding na / voor", 3],
      ["Gemiddeld effect", 3],
      ["KKT-residu", 0],
      ["Optimaliteitskloof", 0],
      ["Gewichten", "uniek"],
      [
        "Waarschuwing",
        "Weinig voorperioden: 2, en dat is minder dan 5. Een goede voorfit kan dan toeval zijn.",
      ],
    ],
    workings:
      "de verschillen (zie SYNTH.REEKS) zijn in de voorjaren -1 en -1, dus RMSPE 1, en in 2019 9 - 6 = 3; 3 / 1 = 3",
  },
  calculate: (values): ResultTable => {
    const { panel, donors, warnings } = panelInCells(values);
    const fit = sharedFit(panel, { penalty: values.straf });
    const ratio = fit.postRmspe === null ? noPost : ratioCell(fit.postRmspe, fit.preRmspe);
    return [
      ["Kenmerk", "Waarde"],
      ["Voorperioden", panel.prePeriods],
      ["Donoren", donors.length],
      ["Donoren met gewicht", fit.nonZero],
      ["RMSPE voorperiode", fit.preRmspe],
      ["RMSPE naperiode", fit.postRmspe ?? noPost],
      ["Verhouding na / voor", ratio],
      ["Gemiddeld effect", fit.averageEffect ?? noPost],
      ["KKT-residu", fit.kktResidual],
      [values.straf === 0 ? "Optimaliteitskloof" : "Optimaliteitskloof, straf meegeteld", fit.optimalityGap],
      ["Gewichten", uniquenessInWords[fit.uniqueness]],
      ...[...warnings, ...fitWarnings(panel, fit)].map((warning) => ["Waarschuwing", warning]),
    ];
  },
});

/**
 * Post-RMSPE divided by pre-RMSPE. An infinite ratio is a text: Excel counts a text as larger than every number, so
 * that the formulas that count ratios at least this large still do, and an error value would spoil them.
 */
export function ratioCell(postRmspe: number, preRmspe: number): number | string {
  if (preRmspe > 0) return postRmspe / preRmspe;
  return postRmspe === 0 ? 1 : "oneindig (voorfit is perfect)";
}

/** The native formula of the sum of squared gaps of weights, over the years of these ranges. */
function squares(target: string, donors: string): string {
  return `SUMPRODUCT((${target}-MMULT(${donors},{gewichten}))^2)`;
}

function rmspe(target: string, donors: string): string {
  return `SQRT(${squares(target, donors)}/ROWS(${target}))`;
}

/** How much lower the sum of squares can be at most: the duality gap of Frank and Wolfe. */
function gapInSquares(target: string, donors: string): string {
  const synthetic = `MMULT(${donors},{gewichten})`;
  const gap = `${target}-${synthetic}`;
  return `2*(MAX(MMULT(TRANSPOSE(${donors}),${gap}))-SUMPRODUCT(${synthetic},${gap}))`;
}
