import { audit } from "./audit";
import { drawPersons } from "./drawn-persons";

const clean = { confined: [], differences: [], unexplained: [], untrue: [] };

describe("everything that the workbook shows, by linear and integer programs", () => {
  const draws = Number(process.env.KNAP_DRAWS ?? 2);

  it.each([2, 3, 4, 5, 6])(
    "confines no small count of drawn persons in %i categories",
    async (categories) => {
      let [hidden, figures] = [0, 0];
      for (let seed = 1; seed <= draws; seed += 1) {
        const persons = [20, 40, 70, 120, 200][seed % 5];
        const found = await audit(drawPersons(1000 * categories + seed, { persons, categories }));
        expect({ seed, ...found }).toMatchObject(clean);
        hidden += found.hidden;
        figures += found.figures;
      }
      expect(hidden).toBeGreaterThan(0);
      expect(figures).toBeGreaterThan(0);
    },
  );

  it("confines none over several years, with faults in the files", async () => {
    let [hidden, figures] = [0, 0];
    for (let seed = 1; seed <= draws; seed += 1) {
      const draw = { persons: [60, 150, 300][seed % 3], categories: 2 + (seed % 4), years: 2 + (seed % 3) };
      const found = await audit(drawPersons(9000 + seed, { ...draw, faults: true }));
      expect({ seed, ...found }).toMatchObject(clean);
      hidden += found.hidden;
      figures += found.figures;
    }
    expect(hidden).toBeGreaterThan(0);
    expect(figures).toBeGreaterThan(0);
  });
});
