import { monthToText } from "../statistics/months";
import { countScores, netPromoterScore } from "../statistics/nps";
import { rollingSatisfaction } from "../statistics/rolling";
import { CellError, type ResultCell } from "./cells";
import { defineFunction } from "./function-record";
import { choice, labels, months, numberOr, scores } from "./read-cells";

const present = (cijfers: (number | null)[]) => cijfers.filter((cijfer) => cijfer !== null);

const promotors = 'COUNTIFS({cijfers},">=9",{cijfers},"<=10")';
const passieven = 'COUNTIFS({cijfers},">=7",{cijfers},"<=8")';
const criticasters = 'COUNTIFS({cijfers},">=0",{cijfers},"<=6")';

const noRespondents = { code: "#N/A", when: "er is geen enkel cijfer" } as const;
const noScore = {
  code: "#VALUE!",
  when: "een cel bevat iets anders dan een heel cijfer van 0 tot en met 10",
} as const;

export const NPS = defineFunction({
  id: "NPS",
  arguments: { cijfers: scores() },
  unit: "punten, van -100 tot en met 100, niet afgerond",
  help: "De Net Promoter Score: het percentage promotors (9 of 10) min het percentage criticasters (0 tot en met 6). Passieven (7 of 8) tellen mee in het aantal respondenten. Een lege cel is geen antwoord en telt niet mee.",
  errors: [noRespondents, noScore],
  source: "Eindevaluatie Samen voor Zuid, paragraaf 4.3.1 en figuur 4.2",
  twin: { formulas: [[`100*(${promotors}-${criticasters})/COUNT({cijfers})`]] },
  example: {
    arguments: [[[10], [9], [8], [3], [null]]],
    result: [[25]],
    workings: "2 promotors, 1 criticaster, 4 respondenten: 100 x (2 - 1) / 4 = 25",
  },
  calculate: ({ cijfers }) => [[netPromoterScore(present(cijfers))]],
});

export const NPS_VERDELING = defineFunction({
  id: "NPS.VERDELING",
  arguments: { cijfers: scores() },
  unit: "aantal respondenten en aandeel (0 tot en met 1)",
  help: "Hoeveel respondenten promotor (9 of 10), passief (7 of 8) of criticaster (0 tot en met 6) zijn, en welk deel van alle respondenten dat is. De drie aandelen zijn samen 1.",
  errors: [noRespondents, noScore],
  source: "Eindevaluatie Samen voor Zuid, paragraaf 4.3.1",
  twin: {
    formulas: [
      ['"Groep"', '"Aantal"', '"Aandeel"'],
      ['"Promotors"', promotors, `${promotors}/COUNT({cijfers})`],
      ['"Passieven"', passieven, `${passieven}/COUNT({cijfers})`],
      ['"Criticasters"', criticasters, `${criticasters}/COUNT({cijfers})`],
    ],
  },
  example: {
    arguments: [[[10], [9], [8], [3], [null]]],
    result: [
      ["Groep", "Aantal", "Aandeel"],
      ["Promotors", 2, 0.5],
      ["Passieven", 1, 0.25],
      ["Criticasters", 1, 0.25],
    ],
    workings: "10 en 9 zijn promotor, 8 is passief, 3 is criticaster; gedeeld door 4 respondenten",
  },
  calculate: ({ cijfers }) => {
    const counts = countScores(present(cijfers));
    if (counts.respondents === 0) {
      throw new CellError("#N/A", "Geen respondenten: er staat geen enkel cijfer in het bereik.");
    }
    const row = (name: string, count: number) => [name, count, count / counts.respondents];
    return [
      ["Groep", "Aantal", "Aandeel"],
      row("Promotors", counts.promotors),
      row("Passieven", counts.passieven),
      row("Criticasters", counts.criticasters),
    ];
  },
});

/** The mean cijfer in the same months. */
const meanInWindow =
  'AVERAGEIFS({cijfers},{datums},">="&EDATE({maand},-({venster}-1)/2),{datums},"<"&EDATE({maand},({venster}+1)/2),{groepen},{groep})';

/** The number of answers to `condition` in the calendar months around `{maand}`, the first day of a month. */
const answersInWindow = (condition: string) =>
  'COUNTIFS({datums},">="&EDATE({maand},-({venster}-1)/2),{datums},"<"&EDATE({maand},({venster}+1)/2),' +
  `{groepen},{groep}${condition})`;

export const VOORTSCHRIJDEND = defineFunction({
  id: "VOORTSCHRIJDEND",
  arguments: {
    datums: months(),
    cijfers: scores(),
    groepen: labels({ optional: true }),
    maat: choice("gemiddelde", "NPS"),
    venster: numberOr(5, {
      accepts: "een oneven aantal maanden, zoals 5",
      allows: (width) => Number.isInteger(width) && width % 2 === 1 && width >= 1,
    }),
    randen: choice("leeg", "deel"),
  },
  unit: "per maand en groep: aantal respondenten, en het gemiddelde cijfer (0 tot en met 10) of de NPS (-100 tot en met 100)",
  help: 'Het voortschrijdende cijfer van een maand, berekend uit alle cijfers van die maand en de maanden eromheen samen (bij een venster van 5: twee ervoor en twee erna). Een maand zonder antwoorden telt als maand mee. Aan het begin en het einde van de gegevens, waar het venster buiten de gegevens steekt, staat #N/B; met randen "deel" wordt daar het deel gebruikt dat er wel is.',
  errors: [
    {
      code: "#N/A",
      when: "er is geen enkel cijfer; in een cel: het venster is niet volledig of zonder antwoorden",
    },
    {
      code: "#VALUE!",
      when: "een cijfer of datum is niet te lezen, de bereiken zijn niet even groot, of het venster is even",
    },
  ],
  source: "Eindevaluatie Samen voor Zuid, paragraaf 4.3.1, figuren 4.1 en 4.2",
  twin: {
    formulas: [
      [
        answersInWindow(',{cijfers},">=0"'),
        `100*(${answersInWindow(',{cijfers},">=9"')}-${answersInWindow(',{cijfers},"<=6"')})/${answersInWindow(',{cijfers},">=0"')}`,
        meanInWindow,
      ],
    ],
  },
  example: {
    arguments: [
      [["2021-01"], ["2021-01"], ["2021-02"], ["2021-03"]],
      [[10], [9], [8], [3]],
      [[null]],
      [["NPS"]],
      [[3]],
      [["deel"]],
    ],
    result: [
      ["Maand", "Respondenten", "NPS"],
      ["2021-01", 3, 200 / 3],
      ["2021-02", 4, 25],
      ["2021-03", 2, -50],
    ],
    workings:
      "venster 3. Januari: januari en februari, 2 promotors van 3: 66,7. Februari: alle vier, (2 - 1) / 4 = 25. Maart: februari en maart, 0 promotors en 1 criticaster van 2: -50",
  },
  calculate: ({ datums, cijfers, groepen, maat, venster, randen }, places) => {
    const grouped = groepen.length > 0;
    sameLength("datums", datums, "cijfers", cijfers);
    if (grouped) sameLength("groepen", groepen, "cijfers", cijfers);
    const answers = cijfers.flatMap((score, i) => {
      if (score === null || (grouped && groepen[i] === null)) return [];
      const month = datums[i];
      if (month === null) {
        throw new CellError(
          "#VALUE!",
          `Cijfer nummer ${i + 1} heeft geen datum. Vul de datum in, of maak ${places.cijfers(i)} leeg.`,
        );
      }
      return [{ month, score, group: grouped ? (groepen[i] ?? undefined) : undefined }];
    });
    if (answers.length === 0) {
      throw new CellError("#N/A", "Geen respondenten: er staat geen enkel cijfer in het bereik.");
    }
    const rolling = rollingSatisfaction(answers, {
      measure: maat === "NPS" ? "nps" : "mean",
      window: venster,
      edges: randen === "deel" ? "shrink" : "omit",
    });
    const measureName = maat === "NPS" ? "NPS" : "Gemiddelde";
    const header = grouped
      ? rolling.groups.flatMap((group) => [`${group} respondenten`, `${group} ${measureName}`])
      : ["Respondenten", measureName];
    const unavailable = (respondents: number): ResultCell => ({
      error: "#N/A",
      message:
        respondents === 0 ? "Geen antwoorden in dit venster." : "Het venster steekt buiten de gegevens.",
    });
    return [
      ["Maand", ...header],
      ...rolling.months.map((month, m) => [
        monthToText(month),
        ...rolling.cells[m].flatMap(({ respondents, value }) => [
          respondents,
          value ?? unavailable(respondents),
        ]),
      ]),
    ];
  },
});

function sameLength(nameA: string, a: unknown[], nameB: string, b: unknown[]): void {
  if (a.length === b.length) return;
  throw new CellError(
    "#VALUE!",
    `${nameA} heeft ${a.length} cellen en ${nameB} ${b.length}; geef bereiken die even groot zijn.`,
  );
}
