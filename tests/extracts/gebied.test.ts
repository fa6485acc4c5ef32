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

describe("a CBS code", () => {
  it.each([
    ["5991081", "BU05991081"],
    ["05991081", "BU05991081"],
    ["5991081.0", "BU05991081"],
    ["BU5991081", "BU05991081"],
    ["bu 05991081", "BU05991081"],
    ["BU05991081 \u00a0", "BU05991081"],
    ["59912", "WK059912"],
    ["59912,0", "WK059912"],
    ["WK59912", "WK059912"],
    ["WK059912\u200b", "WK059912"],
    ["Wijk 12 IJsselmonde", "WK059912"],
    ["Wijk 12 - IJsselmonde", "WK059912"],
    ["wijk 10  Feijenoord", "WK059910"],
  ])("%s is %s", (text, id) => {
    expect(placesOf(text)).toEqual([id]);
  });

  it("of the city is the total, also without its zero", () => {
    expect(["599", "0599", "GM599"].map(placesOf)).toEqual(["total", "total", "total"]);
  });

  it("that is no code, or with another name beside its number, is unknown", () => {
    const texts = [
      "WK05991081",
      "BU059910",
      "GM059910",
      "BU0599O323",
      "BU059910811",
      "05991",
      "0599108",
      "59977",
    ];
    for (const text of [...texts, "Wijk 10 IJsselmonde", "Wijk 12 Bloemhof", "Wijk 12", "5.991.081"])
      expect(placesOf(text)).toBe("unknown");
  });

  it("of every wijk and buurt is the same without its zero, and without its letters", () => {
    for (const [letters, all] of Object.entries({ WK: wijken, BU: buurten }))
      for (const digits of Object.keys(all))
        for (const text of [
          `0599${digits}`,
          `599${digits}`,
          `${letters}599${digits}`,
          `${letters}0599${digits}  `,
        ])
          expect(placesOf(text)).toEqual([`${letters}0599${digits}`]);
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
