import { recognise } from "../../src/extracts/recognise";

describe("a header", () => {
  it("is recognised whatever its capitals, spaces, hyphens and underscores", () => {
    const recognition = recognise(["Persoon ID", " JAAR", "gebied", "Maanden-bijstand", "december "]);
    expect(recognition).toMatchObject({ ok: true, match: { kind: "bijstandspersonen" } });
  });

  it("may have its columns in any order, with others between", () => {
    const recognition = recognise(["cijfer", "opmerking", "gebied", "", "datum"]);
    expect(recognition).toMatchObject({
      ok: true,
      match: { kind: "klanttevredenheid", unknownColumns: ["opmerking"] },
    });
    if (recognition.ok) expect(recognition.match.positions.get("datum")).toBe(4);
  });

  it("that fits two kinds is of the one with the most columns in it", () => {
    const headers = [
      "jaar",
      "gebied",
      "bevolking_15_75",
      "werkenden",
      "bijstand",
      "ww",
      "overige_uitkeringen",
      "buurt",
    ];
    expect(recognise(headers)).toMatchObject({
      ok: true,
      match: { kind: "arbeidsmarkt", unknownColumns: ["buurt"] },
    });
  });

  it("that fits two kinds equally well is refused, unless the user chooses", () => {
    const headers = ["inspanning_id", "inspanning", "doel_id"];
    const recognition = recognise(headers);
    expect(recognition).toMatchObject({ ok: false });
    if (!recognition.ok) expect(recognition.problem).toMatch(/DIN: inspanningen en DIN: relaties/);
    expect(recognise(headers, "din_relaties")).toMatchObject({ ok: true, match: { kind: "din_relaties" } });
  });

  it("that fits nothing hears which kind came nearest and what is missing", () => {
    const recognition = recognise(["jaar", "gebied", "maatregelen", "overwegingen"]);
    expect(recognition).toEqual({
      ok: false,
      problem:
        "de kop past bij geen van de soorten die KNAP kent. Het dichtst in de buurt komt Handhaving, maar dan " +
        "ontbreekt de kolom maatregeloverwegingen. Gevonden kolommen: jaar, gebied, maatregelen, overwegingen. " +
        "Voeg toe wat ontbreekt, of geef de kolom die het is deze naam.",
    });
  });

  it("that has nothing in common with any kind hears what KNAP knows", () => {
    const recognition = recognise(["kleur", "smaak"]);
    if (!recognition.ok)
      expect(recognition.problem).toMatch(/Klanttevredenheid.*Gevonden kolommen: kleur, smaak/);
    expect(recognition.ok).toBe(false);
  });

  it("that is not of the kind the user chose hears what that kind misses", () => {
    const recognition = recognise(["datum", "gebied", "cijfer"], "maandvolume");
    if (!recognition.ok)
      expect(recognition.problem).toMatch(/niet bij Bijstandsvolume per maand: er ontbreken/);
    expect(recognition.ok).toBe(false);
  });

  it("with a column twice is refused, with both places", () => {
    const recognition = recognise(["datum", "gebied", "cijfer", "Datum "]);
    expect(recognition).toEqual({
      ok: false,
      problem:
        "de kolom datum staat twee keer in de kop, als kolom 1 en als kolom 4. " +
        "Haal een van beide weg of geef die een andere naam.",
    });
  });

  it("may have a column twice that is not read", () => {
    expect(recognise(["datum", "gebied", "cijfer", "x", "x"])).toMatchObject({
      ok: true,
      match: { unknownColumns: ["x", "x"] },
    });
  });
});
