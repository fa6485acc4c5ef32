import { join } from "node:path";
import { functionHost } from "../../cli/function-host";
import { readGold, readPanel, studies } from "../synthetic-control/panel";

const host = functionHost(join(__dirname, "../../dist"));

describe.each(studies)(
  "SYNTH.GEWICHTEN on %s, with all years and the last one before the intervention",
  (study) => {
    it("gives the weights of the exact reference to 1e-9", async () => {
      const { units, periods, outcomes } = readPanel(study);
      const gold = readGold(study);
      const [treated, ...donors] = outcomes;
      const [, ...names] = units;
      const { result } = await host.call("SYNTH.GEWICHTEN", [
        treated.map((outcome) => [outcome]),
        periods.map((_, t) => donors.map((donor) => donor[t])),
        [names],
        periods.map((period) => [period]),
        gold.firstTreatedPeriod - 1,
      ]);
      const [, ...weights] = result as [string, number][];
      expect(weights.map(([name]) => name)).toEqual(names);
      for (const [name, weight] of weights) {
        expect(Math.abs(weight - (gold.weights[name] ?? 0))).toBeLessThan(1e-9);
      }
    });
  },
);
