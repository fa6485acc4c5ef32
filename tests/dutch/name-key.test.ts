import { nameKey } from "../../src/dutch/name-key";

describe("nameKey", () => {
  it.each([
    ["capitals", "Noord", "NOORD"],
    ["spaces around it", "Noord", "  Noord "],
    ["repeated spaces", "Oud Charlois", "Oud   Charlois"],
    ["a space that does not break", "Oud Charlois", "Oud\u00a0Charlois"],
    ["how an accent is stored", "Curac\u0327ao", "Cura\u00e7ao"],
  ])("is the same whatever %s", (_, one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  it("differs for an accent and for a space within a word", () => {
    expect(nameKey("Curaçao")).not.toBe(nameKey("Curacao"));
    expect(nameKey("Oud Charlois")).not.toBe(nameKey("OudCharlois"));
  });
});
