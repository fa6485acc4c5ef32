import fc from "fast-check";
import { buurten, wijken } from "../../src/extracts/gebieden";
import { extractOf } from "./read-text";

const panel = (...rows: string[]) =>
  extractOf(["buurt;jaar;bijstand;bevolking_15_75;buurtcode;gebied", ...rows].join("\n"));
/** The faulty column of a row with this buurt, code and gebied; `undefined` when the row is good. */
const faultOf = (buurt: string, code: string, gebied: string) => {
  const { faults } = panel(`${buurt};2021;900;10000;${code};${gebied}`);
  expect(faults.length).toBeLessThan(2);
  return faults[0]?.column;
};

describe("buurt, code and gebied of a row", () => {
  it.each([
    ["Bloemhof", "BU05990112", "Feijenoord", "gebied"],
    ["Bloemhof", "BU05990112", "", "buurt"],
    ["Bloemhof", "BU05991082", "Feijenoord", "buurt"],
    ["Spangen", "BU05990323", "Charlois", "gebied"],
    ["Spangen", "BU05990323", "Zuid", "gebied"],
    ["Tarwewijk", "", "Noord", "buurt"],
    ["Pernis", "BU05991087", "Overig", "gebied"],
    ["Feijenoord", "BU05991080", "", "buurt"],
    ["Een nieuwe buurt", "BU05991081", "Delfshaven", "gebied"],
    ["Bloemhof", "BU05991588", "", "buurt"],
    ["Bloemhof", "WK059915", "", "buurt"],
    ["Bloemhof", "BU05991018", "Feijenoord", "buurt"],
  ])("%s, %s, %s contradict each other", (buurt, code, gebied, column) => {
    expect(faultOf(buurt, code, gebied)).toBe(column);
  });

  it.each([
    ["Spangen", "BU03631001", "Delfshaven", "buurtcode"],
    ["Spangen", "BU0599O323", "Delfshaven", "buurtcode"],
    ["Spangen", "BU059903233", "Delfshaven", "buurtcode"],
    ["Spangen", "WK05990323", "Delfshaven", "buurtcode"],
    ["Spangen", "BU05990223", "Delfshaven", "buurtcode"],
    ["Spangen", "GM0599", "Delfshaven", "buurtcode"],
    ["Spangen", "n.v.t.x", "Delfshaven", "buurtcode"],
    ["BU0599O323", "", "Delfshaven", "buurt"],
    ["BU03631001", "", "Delfshaven", "buurt"],
    ["Rotterdam", "", "Zuid", "buurt"],
  ])("%s, %s, %s have a code that cannot be", (buurt, code, gebied, column) => {
    expect(faultOf(buurt, code, gebied)).toBe(column);
  });

  it.each([
    ["Bloemhof", "BU05991081", "Feijenoord"],
    ["Bloemhof", "BU05991081", "Zuid"],
    ["bloemhof", "5991081", "WK059910"],
    ["Feijenoord", "BU05991087", "Feijenoord"],
    ["Feijenoord", "WK059910", "Zuid"],
    ["Bloemhof", "WK059910", ""],
    ["Noord Kethel", "", "Overschie"],
    ["Een nieuwe buurt", "BU05991081", "Feijenoord"],
    ["Een nieuwe buurt", "BU05991098", ""],
    ["Oud-Crooswijk", ".", "Kralingen Crooswijk"],
    ["Spangen", "", ""],
  ])("%s, %s, %s agree", (buurt, code, gebied) => {
    expect(faultOf(buurt, code, gebied)).toBeUndefined();
  });

  it("are told with what each of them is", () => {
    const { faults } = panel("Bloemhof;2021;900;10000;BU05990112;");
    expect(faults[0].message).toBe(
      'test.csv, regel 2, kolom buurt: gevonden "Bloemhof" (de buurt Bloemhof in wijk Feijenoord). Verwacht: een ' +
        'plaats die past bij buurtcode "BU05990112" (de buurt Cool in wijk Rotterdam Centrum). Verbeter buurtcode of ' +
        "buurt in het bestand. Of ga verder zonder deze regel.",
    );
  });

  it("agree only when they are of one and the same buurt, for every two buurten of Rotterdam", () => {
    const codes = fc.constantFrom(...Object.keys(buurten));
    fc.assert(
      fc.property(codes, codes, codes, (name, code, gebied) => {
        const [wijk] = wijken[gebied.slice(0, 2)];
        const agree =
          buurten[name] === buurten[code] && code.slice(0, 2) === gebied.slice(0, 2) && name === code;
        expect(faultOf(buurten[name], `BU0599${code}`, wijk) === undefined).toBe(agree);
        expect(faultOf(buurten[code], `BU0599${code}`, wijken[code.slice(0, 2)][0])).toBeUndefined();
      }),
      { seed: 14, numRuns: 150 },
    );
  });
});

it("a code is kept as CBS writes it", () => {
  const { rows } = panel("Bloemhof;2021;9;10;5991081;", "Hillesluis;2021;9;10;BU05991082  ;");
  expect(rows.map(({ values }) => values.buurtcode)).toEqual(["BU05991081", "BU05991082"]);
});
