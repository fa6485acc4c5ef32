import type { Worksheet } from "@cj-tech-master/excelts";
import { LexerTreeBuilder } from "@univerjs/engine-formula";
import { blockAt } from "../host/model/addresses";
import { isBlock } from "./readable-charts";

type Formatting = Worksheet["conditionalFormattings"][number];

/**
 * A rule over several areas becomes one for each, with its formulas moved along: they are written for the first cell of
 * the first area. Rules of which that is not sure, as another area begins higher or further left, are taken away. Gives
 * how many that were.
 */
export function giveRulesOneArea(sheet: Worksheet): number {
  let dropped = 0;
  sheet.conditionalFormattings = sheet.conditionalFormattings.flatMap((formatting): Formatting[] => {
    const areas = formatting.ref.trim().split(/\s+/);
    const blocks = areas.filter(isBlock).map(blockAt);
    const [first] = blocks as (typeof blocks)[number][] | [undefined];
    const isSure =
      first && blocks.every((one) => first.startRow <= one.startRow && first.startColumn <= one.startColumn);
    if (blocks.length < areas.length || !isSure) {
      dropped += formatting.rules.length;
      return [];
    }
    return areas.map((ref, i) => ({
      ...formatting,
      ref,
      rules: formatting.rules.map((rule) =>
        moved(rule, blocks[i].startColumn - first.startColumn, blocks[i].startRow - first.startRow),
      ),
    }));
  });
  return dropped;
}

function moved<Rule extends object>(rule: Rule, columns: number, rows: number): Rule {
  const { formulae } = rule as { formulae?: unknown[] };
  if (formulae === undefined || (columns === 0 && rows === 0)) return rule;
  const lexer = new LexerTreeBuilder();
  const move = (formula: unknown) =>
    lexer.moveFormulaRefOffset(`=${String(formula)}`, columns, rows).replace(/^=/, "");
  return {
    ...rule,
    formulae: formulae.map((formula) => (typeof formula === "string" ? move(formula) : formula)),
  };
}
