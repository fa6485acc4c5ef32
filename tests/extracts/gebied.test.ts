import { gebiedsdeelOf, readPlace, settlePlace } from "../../src/extracts/gebied";
import { buurten, halves, wijken } from "../../src/extracts/gebieden";

const placesOf = (text: string) => {
  const reading = readPlace(text);
  return reading.ok ? reading.places.map(({ id }) => id) : reading.reason;
};

describe("the gebiedsdeel", () => {
  it.each([
    "Feijenoord",
    "charlois",
    "IJsselmonde",
    "IJSSELMONDE",
    "Ĳsselmonde",
    "Zuid",
    "Rotterdam-Zuid",
    "rotterdam zuid",
    "zuidoever",
    "Zuidoever ",
    "WK059910",
    "WK059912",
    "wk059915",
    "WK059910  ",
    "059910",
    "BU05991087",
    "05991283",
    "BU05991599",
    "Wijk 10 Feijenoord",
    "Kop van Zuid - Entrepot",
    "Kop van Zuid-Entrepot",
    "Oud-Charlois",
  ])("of %s is Zuid", (text) => {
    expect(gebiedsdeelOf(text)).toBe("Zuid");
  });

  it.each([
    "Overig",
    "Noord",
    "noordoever",
    "Delfshaven",
    "Hoogvliet",
    "Pernis",
    "Centrum",
    "Rotterdam Centrum",
    "Prins Alexander",
    "hillegersberg schiebroek",
    "Oud Crooswijk",
    "Oud-Crooswijk",
    "'s-Gravenland",
    "’s Gravenland",
    "WK059908",
    "BU05990837",
  ])("of %s is Overig", (text) => {
    expect(gebiedsdeelOf(text)).toBe("Overig");
  });

  it.each(["Rotterdam", "gemeente Rotterdam", "Totaal", "GM0599"])(
    "of %s, the whole city, is unknown",
    (text) => {
      expect(placesOf(text)).toBe("total");
      expect(gebiedsdeelOf(text)).toBeNull();
    },
  );

  it("of a place elsewhere or of nothing known is unknown, not Overig", () => {
    expect(placesOf("WK036300")).toBe("elsewhere");
    for (const text of ["Atlantis", "WK059977", "", "2018", "WK05991"])
      expect(placesOf(text)).toBe("unknown");
  });

  it("is known of every wijk and buurt of CBS, and the same by name and by code", () => {
    expect(Object.keys(buurten)).toHaveLength(91);
    for (const [digits, names] of Object.entries(wijken))
      for (const name of names) expect(gebiedsdeelOf(name)).toBe(gebiedsdeelOf(`WK0599${digits}`));
    for (const [digits, name] of Object.entries(buurten))
      expect(gebiedsdeelOf(name)).toBe(gebiedsdeelOf(`BU0599${digits}`));
    const inZuid = Object.keys(buurten).filter((digits) => gebiedsdeelOf(`BU0599${digits}`) === "Zuid");
    expect(inZuid).toHaveLength(23);
  });

  it("is one and the same for all that a name can mean", () => {
    const names = [
      ...Object.values(wijken).flat(),
      ...Object.values(buurten),
      ...Object.values(halves).flat(),
    ];
    for (const name of names) {
      const reading = readPlace(name);
      expect(reading.ok && new Set(reading.places.map(({ gebiedsdeel }) => gebiedsdeel)).size).toBe(1);
    }
  });
});

describe("a name that can mean two places", () => {
  const settle = (name: string, ...levels: ("deel" | "wijk" | "buurt")[]) => {
    const reading = readPlace(name);
    return reading.ok ? settlePlace(reading.places, new Set(levels)).id : null;
  };

  it("is the wijk among wijken and the buurt among buurten", () => {
    expect(placesOf("Feijenoord")).toEqual(["WK059910", "BU05991087"]);
    expect(settle("Feijenoord", "wijk", "buurt")).toBe("WK059910");
    expect(settle("Feijenoord", "buurt")).toBe("BU05991087");
    expect(settle("Feijenoord")).toBe("WK059910");
  });

  it("is, for Noord, the half of the city beside Zuid and the wijk among wijken", () => {
    expect(settle("Noord", "deel")).toBe("Overig");
    expect(settle("Noord", "deel", "wijk")).toBe("WK059905");
  });
});
