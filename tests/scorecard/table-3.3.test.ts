import { COLUMN, FIRST_ROW } from "../../src/scorecard/scorecard-sheet";
import { extractOf, planOf, sheetOf } from "./sample-plan";

/**
 * Data of the shape of the report's labour market figures, invented so that every indicator moves as table 3.3
 * says. Per year: Zuid, then Overig. Population 100.000 in each; 2017 is there for the outflow of 2018.
 */
const header =
  "jaar;gebied;bevolking_15_75;werkenden;bijstand;ww;overige_uitkeringen;uitstroom_naar_werk;instroom\n";
const rows: Record<number, [string, string]> = {
  2017: ["100000;57000;10000;4000;6000;.;.", "100000;64000;5000;3000;4000;.;."],
  // outflow 2018: 900 of 10.000 = 9 % against 400 of 5.000 = 8 %; inflow: 1.000 of 10.000 and 500 of 5.000, 10 % both
  2018: ["100000;58000;10000;4000;6000;900;1000", "100000;65000;5000;3000;4000;400;500"],
  // index of the volume: 92 against 96
  2019: ["100000;60000;9200;3000;5800;700;1104", "100000;66000;4800;3000;3900;375;528"],
  2020: ["100000;60000;9200;3000;5800;644;1104", "100000;66000;4800;3000;3900;360;528"],
  2021: ["100000;60000;9200;3000;5800;644;1104", "100000;66000;4800;3000;3900;360;528"],
  // in 2022 both have fallen to 90
  2022: ["100000;60000;9000;3000;5800;644;1104", "100000;66000;4500;3000;3900;360;528"],
};
const csv =
  header +
  Object.entries(rows)
    .flatMap(([year, [zuid, overig]]) => [`${year};Zuid;${zuid}`, `${year};Overig;${overig}`])
    .join("\n");

const scorecard = sheetOf(planOf([extractOf("arbeidsmarkt.csv", csv)]), "Scorecard").rows.slice(FIRST_ROW);

function rowOf(name: string) {
  const row = scorecard.find((cells) => cells[COLUMN.name]?.value === name);
  const text = (column: number) => row?.[column]?.value;
  return {
    zuid: [text(COLUMN.zuid + 2), text(COLUMN.zuid + 3)],
    overig: [text(COLUMN.overig + 2), text(COLUMN.overig + 3)],
    relative: text(COLUMN.relative),
  };
}

describe("the scorecard on data of the shape of table 3.3", () => {
  it.each([
    // 58 -> 60 % and 65 -> 66 %: the gap goes from -7 to -6
    ["Werkgelegenheidsgraad", "+", "gunstig", "+", "gunstig", "Gedaald ten gunste van RZ"],
    // 20 -> 18 % and 12 -> 11,7 %: from 8 to 6,3
    ["Uitkeringsafhankelijkheid", "-", "gunstig", "-", "gunstig", "Gedaald ten gunste van RZ"],
    // 100 -> 92 and 100 -> 96: from 0 to -4
    ["Bijstandsvolume", "-", "gunstig", "-", "gunstig", "Gestegen ten gunste van RZ"],
    // 10 -> 9,2 % and 5 -> 4,8 %: from 5 to 4,4
    ["Bijstandsafhankelijkheid", "-", "gunstig", "-", "gunstig", "Gedaald ten gunste van RZ"],
    // 9 -> 7 % (700/10.000, 644/9.200 twice) and 8 -> 7,5 % (375/5.000, 360/4.800 twice): from +1 to -0,5
    ["Uitstroom naar werk", "-", "ongunstig", "-", "ongunstig", "Gedaald ten gunste van RO"],
    // 10 -> 12 % (1.104/9.200) and 10 -> 11 % (528/4.800): from 0 to 1
    ["Instroom", "+", "ongunstig", "+", "ongunstig", "Gestegen ten gunste van RO"],
    // 100 -> 90 in both
    ["Bijstandsvolume tot en met 2022", "-", "gunstig", "-", "gunstig", "Gelijk gebleven"],
  ])("says of %s what the report says", (name, zuid, zuidJudged, overig, overigJudged, relative) => {
    expect(rowOf(name)).toEqual({ zuid: [zuid, zuidJudged], overig: [overig, overigJudged], relative });
  });

  it("compares the mean of 2019 to 2021 with 2018", () => {
    const row = scorecard.find((cells) => cells[COLUMN.name]?.value === "Werkgelegenheidsgraad");
    expect(row?.[COLUMN.comparison]?.value).toBe("2018 → 2019-2021");
    expect(row?.[COLUMN.zuid]?.value).toBeCloseTo(0.58, 14);
    expect(row?.[COLUMN.zuid + 1]?.value).toBeCloseTo(0.6, 14);
  });
});
