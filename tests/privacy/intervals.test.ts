import { audit } from "./audit";
import { drawPersons } from "./drawn-persons";

describe("everything that is shown, by integer programs", () => {
  it.each([2, 3, 4, 5, 6])(
    "confines no small count of drawn persons in %i categories",
    async (categories) => {
      let hidden = 0;
      for (let seed = 1; seed <= Number(process.env.KNAP_DRAWS ?? 3); seed += 1) {
        const persons = [20, 40, 70, 120, 200][seed % 5];
        const found = await audit(drawPersons(1000 * categories + seed, { persons, categories }));
        expect({ seed, ...found }).toMatchObject({ confined: [], differences: [] });
        hidden += found.hidden;
      }
      expect(hidden).toBeGreaterThan(0);
    },
  );
});
