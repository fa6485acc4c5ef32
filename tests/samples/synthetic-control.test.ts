import { readFileSync } from "node:fs";
import { join } from "node:path";
import { functionHost } from "../../cli/function-host";
import { exactAnswers, wijkenPanel } from "../synthetic-control/exact-panels";

const root = join(__dirname, "../..");
const read = (name: string) => readFileSync(join(root, name), "utf8").replace(/^\ufeff/, "");
const host = functionHost(join(root, "dist"));

/** The sheet that Dutch Excel makes of the file. */
const sheet = read("samples/synthetische-controle/inkomen-rotterdamse-wijken.csv")
  .trim()
  .split(/\r?\n/)
  .map((line) =>
    line.split(";").map((cell) => (/^\d+(,\d+)?$/.test(cell) ? Number(cell.replace(",", ".")) : cell)),
  );

/** An argument as it stands in a Dutch formula: a range, a text, a number, or nothing. */
function argument(text: string): unknown {
  const [, first, top, last, bottom] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(text) ?? [];
  if (first === undefined) return text === "" ? null : (JSON.parse(text.replace(",", ".")) as unknown);
  const column = (letter: string) => letter.charCodeAt(0) - "A".charCodeAt(0);
  return sheet
    .slice(Number(top) - 1, Number(bottom))
    .map((row) => row.slice(column(first), column(last) + 1));
}

async function resultOf(name: string, list: string): Promise<unknown[][]> {
  const { result } = await host.call(
    name,
    list.split(";").map((text) => argument(text.trim())),
  );
  return result as unknown[][];
}

/** Every formula in a block of its own, with the table below it. */
const blocks = [
  ...read("docs/synthetische-controle.md").matchAll(/```\n=KNAP\.([A-Z.]+)\((.*)\)\n```\n\n((?:\|.*\n)+)/g),
].map(([, name, list, table]) => ({
  name,
  list,
  rows: table
    .trim()
    .split("\n")
    .filter((line) => !/^\| -/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    ),
}));

describe("the guide to the synthetic control", () => {
  it("has its formulas and tables", () => expect(blocks).toHaveLength(7));

  it.each(blocks)("shows what $name($list) gives", async ({ name, list, rows }) => {
    const result = await resultOf(name, list);
    expect(rows.map((row) => row.length)).toEqual(result.map((row) => row.length));
    rows.forEach((row, r) =>
      row.forEach((shown, c) => {
        const cell = result[r][c];
        if (typeof cell !== "number") expect(shown).toBe(cell);
        else expect(Number(shown.replace(",", "."))).toBeCloseTo(cell, 4);
      }),
    );
  });
});

describe("the sample of the synthetic control", () => {
  const { panel, names } = wijkenPanel();

  it("holds the figures of CBS, with Zuid to twelve decimals", () => {
    const [[, treated, ...donors], ...years] = sheet;
    expect([treated, ...donors]).toEqual(["Zuid", ...names]);
    years.forEach(([, zuid, ...others], t) => {
      expect(zuid).toBeCloseTo(panel.treated[t], 11);
      expect(others).toEqual(panel.donors.map((donor) => donor[t]));
    });
  });

  it("gives the weights and the effect that are proven in exact fractions", async () => {
    const weights = await resultOf("SYNTH.GEWICHTEN", "A1:B13; C1:K13; ; ; 2018");
    for (const [name, weight] of weights.slice(1)) {
      expect(weight).toBeCloseTo(exactAnswers.wijken.weights[String(name)] ?? 0, 10);
    }
    const effects = await resultOf("SYNTH.EFFECT", "A1:B13; C1:K13; ; ; 2018");
    expect(effects.at(-1)).toEqual(["Gemiddelde", expect.closeTo(exactAnswers.wijken.averageEffect, 10)]);
  });
});
