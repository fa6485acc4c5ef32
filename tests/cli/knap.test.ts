import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = join(__dirname, "../../build/knap.js");
const samples = join(__dirname, "../../samples/samen-voor-zuid");

interface Answer {
  code: number | null;
  out: string;
  errors: string;
}

/** Runs the built command line, as `npx knap` does. */
function knap(...given: string[]): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...given], { encoding: "utf8" });
  return { code: status, out: stdout, errors: stderr };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "knap-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const scores = "datum;gebied;cijfer\n01-03-2021;zuidoever;9\n02-03-2021;noordoever;4\n";

describe("knap roep", () => {
  it("prints the value", () => {
    expect(knap("roep", "NPS", "[[10],[9],[3],[null]]")).toEqual({
      code: 0,
      out: "33.333333333333336\n",
      errors: "",
    });
  });

  it("prints a spilled table, with an error where a cell has one", () => {
    const { out } = knap("roep", "REPRESENTATIE", "[[0.2],[0.1]]", "[[0.1],[0]]");
    expect(JSON.parse(out)).toEqual([
      [1],
      [{ error: "#DIV/0!", message: expect.stringContaining("populatie") }],
    ]);
  });

  it("passes null for omitted arguments, as Excel does", () => {
    const { out } = knap("roep", "VOORTSCHRIJDEND", '[["2021-01"]]', "[[8]]", "null", '"NPS"', "1");
    expect(JSON.parse(out)).toEqual([
      ["Maand", "Respondenten", "NPS"],
      ["2021-01", 1, 0],
    ]);
  });

  it("takes data types and errors as Excel passes them, and the addresses of the ranges", () => {
    const formatted = { type: "FormattedNumber", basicType: "Double", basicValue: 9, numberFormat: "0,0" };
    expect(knap("roep", "NPS", JSON.stringify([[formatted], [3]])).out).toBe("0\n");
    const { code, out } = knap("roep", "NPS", '[["cijfer"],[9],[{"fout":"#N/B"}]]', "--adres", "Blad1!B1:B3");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      error: "#VALUE!",
      message: expect.stringMatching(/^In cel B3 staat de fout #N\/B/),
    });
    const shares = ["[[0.2]]", '[["veel"]]'];
    const second = knap("roep", "REPRESENTATIE", ...shares, "--adres=Blad1!A1", "--adres", "'Mijn blad'!C7");
    expect(JSON.parse(second.out)).toMatchObject({
      message: expect.stringMatching(/^In cel 'Mijn blad'!C7/),
    });
  });

  it("prints an error value with its message, and ends with 1", () => {
    const { code, out } = knap("roep", "KNAP.NPS", "[[null]]");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({ error: "#N/A", message: expect.stringMatching(/^Geen respondenten/) });
  });

  it.each([
    ["an unknown function", ["NSP", "[[1]]"], /geen functie NSP. KNAP heeft: NPS, NPS.VERDELING/],
    ["no function", [], /Geef een functie/],
    ["text that is no JSON", ["NPS", "[[9]"], /Argument 1 is geen JSON: \[\[9\]/],
    [
      "too few arguments",
      ["REPRESENTATIE", "1"],
      /heeft 2 argumenten, maar kreeg er 1: aandeel_bereikt aandeel_populatie/,
    ],
    ["too many arguments", ["NPS", "1", "2"], /maar kreeg er 2/],
    ["rows of unequal length", ["NPS", "[[1],[2,3]]"], /lijst van even lange rijen/],
    ["a list that is no list of rows", ["NPS", "[1,2]"], /lijst van even lange rijen/],
    [
      "a range where a value belongs",
      ["VOORTSCHRIJDEND", "[[1]]", "[[1]]", "null", "[[1]]"],
      /maat: verwacht wordt één waarde/,
    ],
    ["an object that is no cell", ["NPS", '[[{"a":1}]]'], /is geen cel/],
    ["an error that Excel does not have", ["NPS", '[[{"fout":"#OEPS!"}]]'], /is geen cel.*"fout":"#N\/B"/],
    ["an address without a sheet", ["NPS", "[[1]]", "--adres", "B4:B20"], /geef het blad en de cellen/],
    [
      "more addresses than ranges",
      ["NPS", "[[1]]", "--adres", "A!A1", "--adres", "A!B1"],
      /1 bereiken, maar 2/,
    ],
    ["no address after --adres", ["NPS", "[[1]]", "--adres"], /hoort het adres/],
  ])("refuses %s with a Dutch message and ends with 2", (_, given, message) => {
    const { code, errors } = knap("roep", ...given);
    expect(code).toBe(2);
    expect(errors).toMatch(message);
  });
});

describe("knap controleer", () => {
  it("says what a good file is and ends with 0", () => {
    const { code, out } = knap("controleer", file("tevreden.csv", scores));
    expect(code).toBe(0);
    expect(out).toMatch(/tevreden.csv: Klanttevredenheid, 2 regels, geen fouten/);
  });

  it("names every faulty cell with line, column, value and what was expected, and ends with 1", () => {
    const path = file("tevreden.csv", `${scores}30-02-2021;zuidoever;8\n03-03-2021;zuidoever;11\n`);
    const { code, out } = knap("controleer", path);
    expect(code).toBe(1);
    expect(out).toMatch(/2 foute regels/);
    expect(out).toMatch(/regel 4, kolom datum: gevonden "30-02-2021". Verwacht: .*31-03-2021/);
    expect(out).toMatch(
      /regel 5, kolom cijfer: gevonden "11". Verwacht: een heel cijfer van 0 tot en met 10/,
    );
  });

  it("answers in JSON for another program", () => {
    const { out } = knap("controleer", "--json", file("tevreden.csv", `${scores}03-03-2021;zuidoever;11\n`));
    expect(JSON.parse(out)).toMatchObject([
      {
        bestand: "tevreden.csv",
        soort: "klanttevredenheid",
        regels: 3,
        fouteRegels: 1,
        fouten: [{ regel: 4, kolom: "cijfer", waarde: "11" }],
      },
    ]);
  });

  it("counts many faults and shows the first", () => {
    const path = file("a.csv", `datum;gebied;cijfer\n${"ooit;ergens;veel\n".repeat(20_000)}`);
    const { code, out } = knap("controleer", path);
    expect(code).toBe(1);
    expect(out.split("\n").length).toBeLessThan(210);
    expect(out).toMatch(/20000 regels, 20000 foute regels/);
    expect(out).toMatch(/en nog 59800$/m);
    const [answer] = JSON.parse(knap("controleer", "--json", path).out) as { fouten: unknown[] }[];
    expect(answer).toMatchObject({ fouteRegels: 20_000, aantalFouten: 60_000 });
    expect(answer.fouten).toHaveLength(1000);
  });

  it("keeps of faulty rows no more than it tells", () => {
    const head =
      "persoon_id;jaar;gebied;maanden_bijstand;december;geslacht;leeftijd;geboortejaar;werk_december";
    const rows = Array.from(
      { length: 120_000 },
      (_, i) => `#N/B;a${i};b${i};c${i};d${i};#N/B;e${i};f${i};g${i}`,
    );
    const path = file("a.csv", `${head}\n${rows.join("\n")}\n`);
    // A heap so small stands for the 2 GB of a laptop with the largest file that is read.
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--max-old-space-size=140", program, "controleer", path],
      { encoding: "utf8" },
    );
    expect([status, stderr]).toEqual([1, ""]);
    expect(stdout).toMatch(/120000 regels, 120000 foute regels/);
    expect(stdout).toMatch(/en nog 1079800$/m);
  }, 60_000);

  it("refuses a file that is too large before it reads it, and goes on with the others", () => {
    const large = file("groot.csv", "datum;gebied;cijfer\n");
    // A hole of four gigabytes takes no room on the disk, and no program could read it as one text.
    truncateSync(large, 4 * 1024 ** 3);
    const { code, out, errors } = knap("controleer", large, file("a.csv", scores));
    expect([code, errors]).toEqual([1, ""]);
    expect(out).toMatch(
      /groot.csv: het bestand is 4\.096 MB groot; KNAP leest bestanden tot \d+ MB\. Splits het/,
    );
    expect(out).toMatch(/a.csv: Klanttevredenheid, 2 regels, geen fouten/);
  });

  it("is short about a cell or a header that is long", () => {
    const long = "x".repeat(2_000_000);
    for (const text of [
      `${long};gebied\n1;2\n`,
      `datum;gebied;cijfer;${long}\n${long};${long};${long};1\n`,
    ]) {
      const { code, out, errors } = knap("controleer", file("a.csv", text));
      expect([code, errors]).toEqual([1, ""]);
      expect(out.length).toBeLessThan(3000);
    }
  });

  it("says of a file of blank lines that it is empty", () => {
    expect(knap("controleer", file("a.csv", "\r\n".repeat(1_000_000)))).toMatchObject({
      code: 1,
      out: expect.stringMatching(/het bestand is leeg/),
    });
  });

  it("says of a wrong header which columns are missing", () => {
    const { code, out } = knap("controleer", file("fout.csv", "datum;gebied;score\n1;2;3\n"));
    expect(code).toBe(1);
    expect(out).toMatch(/niet herkend/);
    expect(out).toMatch(/cijfer/);
  });

  it("says of a file that is not there, or a folder, what is the matter", () => {
    expect(knap("controleer", join(folder, "weg.csv"))).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/weg.csv bestaat niet/),
    });
    expect(knap("controleer", folder)).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/is een map, geen bestand/),
    });
  });
});

describe("knap scorecard", () => {
  const output = () => join(folder, "uit.xlsx");

  it("makes a workbook of the samples and prints the scorecard", () => {
    const { code, out } = knap("scorecard", samples, "--uit", output());
    expect(code).toBe(0);
    expect(out).toMatch(/Instrumenten per persoon in de bijstand +2018 → 2019-2022 +0,89 → +0,60/);
    expect(out).toContain(output());
    // A zip file starts with PK.
    expect(readFileSync(output()).subarray(0, 2).toString()).toBe("PK");
  });

  it("answers in JSON, figures unrounded", () => {
    const { out } = knap("scorecard", samples, "--uit", output(), "--json");
    const { scorecard } = JSON.parse(out) as { scorecard: { indicator: string; zuid: { basis: number } }[] };
    const row = scorecard.find(({ indicator }) => indicator === "Instrumenten per persoon in de bijstand");
    // table 4.1: 16614 instruments, 18699 persons in bijstand in 2018
    expect(row?.zuid.basis).toBeCloseTo(16614 / 18699, 14);
  });

  /** Every refusal leaves no file behind, not even half of one. */
  function expectRefusal(answer: Answer, message: RegExp, code = 1): void {
    expect(answer.errors).toMatch(message);
    expect(answer.code).toBe(code);
    expect(answer.errors).not.toMatch(/\bat .*\.js:\d+|Error:/);
  }
  const nothingWritten = () =>
    expect(readdirSync(folder).filter((name) => /xlsx|tmp/.test(name))).toEqual([]);

  it.each(["4", "0", "7.5", "1e1", "veel"])("refuses a threshold of %s", (threshold) => {
    expectRefusal(
      knap("scorecard", samples, "--uit", output(), "--drempel", threshold),
      /geheel getal van 5 of meer.*--drempel 15/,
      2,
    );
    nothingWritten();
  });

  it("withholds with the threshold that is given", () => {
    expect(knap("scorecard", samples, "--uit", output(), "--drempel", "15").code).toBe(0);
  });

  it("refuses an empty folder", () => {
    expectRefusal(knap("scorecard", folder, "--uit", output()), /geen CSV-bestand. De map is leeg/);
    nothingWritten();
  });

  it("refuses a folder that is not there", () => {
    expectRefusal(knap("scorecard", join(folder, "weg"), "--uit", output()), /weg bestaat niet/);
  });

  it("refuses a folder without an extract that it knows", () => {
    file("prijzen.csv", "artikel;prijs\nbrood;2,50\n");
    file("notities.txt", "geen extract");
    expectRefusal(
      knap("scorecard", folder, "--uit", output()),
      /Geen van de bestanden is een extract dat KNAP kent:\n.*prijzen.csv/,
    );
    nothingWritten();
  });

  it("refuses a CSV with a wrong header beside a good one, unless told to go on without it", () => {
    file("tevreden.csv", scores);
    file("fout.csv", "datum;gebied;score\n1;2;3\n");
    expectRefusal(
      knap("scorecard", folder, "--uit", output()),
      /fout.csv, regel 1.*\n.*--zonder-onbekende-bestanden/,
    );
    nothingWritten();
    expect(knap("scorecard", folder, "--uit", output(), "--zonder-onbekende-bestanden").code).toBe(0);
  });

  it.each([
    ["a score of 11", "05-03-2021;zuidoever;11", /regel 4, kolom cijfer: gevonden "11"/],
    ["a date of 30-02", "30-02-2021;zuidoever;8", /regel 4, kolom datum: gevonden "30-02-2021"/],
    ["an unknown gebied", "05-03-2021;Almere;8", /regel 4, kolom gebied: gevonden/],
  ])("refuses %s, unless told to go on without the row", (_, row, message) => {
    file("tevreden.csv", `${scores}${row}\n`);
    expectRefusal(knap("scorecard", folder, "--uit", output()), message);
    nothingWritten();
    expect(knap("scorecard", folder, "--uit", output(), "--zonder-foute-regels").code).toBe(0);
  });

  it("refuses a file with a second header in another order, also without the faulty rows", () => {
    file("tevreden.csv", scores);
    const head = (...names: string[]) => `jaar;gebied;${names.join(";")}\n`;
    const [one, two] = ["werkenden", "bijstand"];
    const more = ["bevolking_15_75", "ww", "overige_uitkeringen"];
    file(
      "markt.csv",
      `${head(one, two, ...more)}2019;Zuid;5;4;9;1;1\n${head(two, one, ...more)}2020;Zuid;4;5;9;1;1\n`,
    );
    expectRefusal(
      knap("scorecard", folder, "--uit", output(), "--zonder-foute-regels"),
      /markt.csv: regel 3 is een tweede kop, met andere kolommen of in een andere volgorde/,
    );
    nothingWritten();
  });

  it("refuses rows in another separator than the others, and leaves none out unless told to", () => {
    const rows = Array.from({ length: 40 }, (_, i) => [`p${i}`, "2021", "Noord", "12", "ja"]);
    const lines = rows.map((row, i) => row.join(i < 25 ? ";" : ","));
    file("p.csv", `persoon_id;jaar;gebied;maanden_bijstand;december\n${lines.join("\n")}\n`);
    expectRefusal(
      knap("scorecard", folder, "--uit", output()),
      /p.csv: 15 van 40 regels met een fout\n.*regel 27: gevonden een komma tussen de cellen/,
    );
    nothingWritten();
  });

  it("refuses a file that cannot be read", () => {
    file("tevreden.csv", scores);
    symlinkSync(join(folder, "verdwenen"), join(folder, "ander.csv"));
    expectRefusal(knap("scorecard", folder, "--uit", output()), /ander.csv bestaat niet/);
    nothingWritten();
  });

  it("refuses an output that exists and leaves it as it was, unless told to replace it", () => {
    file("tevreden.csv", scores);
    file("uit.xlsx", "van mij");
    expectRefusal(
      knap("scorecard", folder, "--uit", output()),
      /uit.xlsx bestaat al en wordt niet overschreven/,
    );
    expect(readFileSync(output(), "utf8")).toBe("van mij");
    expect(knap("scorecard", folder, "--uit", output(), "--vervang").code).toBe(0);
  });

  it("refuses an output that cannot be written and leaves nothing beside it", () => {
    file("tevreden.csv", scores);
    mkdirSync(output());
    expectRefusal(knap("scorecard", folder, "--uit", output(), "--vervang"), /is een map/);
    expect(readdirSync(folder)).toEqual(["tevreden.csv", "uit.xlsx"]);
    expectRefusal(
      knap("scorecard", folder, "--uit", join(folder, "tevreden.csv", "uit.xlsx")),
      /een map in het pad is een bestand/,
    );
  });

  it("refuses the same file twice, and files about the same year and gebied", () => {
    file("a.csv", scores);
    file("b.csv", scores);
    expectRefusal(knap("scorecard", folder, "--uit", output()), /b.csv is gelijk aan a.csv/);
    const handhaving = "jaar;gebied;maatregeloverwegingen;maatregelen\n";
    rmSync(join(folder, "b.csv"));
    file("c.csv", `${handhaving}2021;Zuid;503;369\n`);
    file("d.csv", `${handhaving}2021;Charlois;100;50\n`);
    expectRefusal(
      knap("scorecard", folder, "--uit", output()),
      /c.csv en d.csv overlappen: regel 2 van d.csv/,
    );
  });

  it("refuses two files of answers about the same month and gebied", () => {
    file("a.csv", scores);
    file("b.csv", `${scores}03-03-2021;zuidoever;7\n`);
    expectRefusal(
      knap("scorecard", folder, "--uit", output()),
      /a.csv en b.csv hebben allebei regels voor 2021-03 Zuid; samen zouden die dubbel tellen/,
    );
    nothingWritten();
  });

  it("joins parts of one export, also within a month", () => {
    file("a.csv", scores);
    file("b.csv", "datum;gebied;cijfer\n03-03-2021;zuidoever;7\n04-03-2021;noordoever;10\n");
    expect(knap("scorecard", folder, "--uit", output())).toMatchObject({ code: 0, errors: "" });
  });

  it("refuses files that are too large together", () => {
    for (const name of ["a.csv", "b.csv", "c.csv"]) truncateSync(file(name, scores), 100 * 1024 ** 2);
    expectRefusal(
      knap("scorecard", folder, "--uit", output()),
      /samen 300 MB groot; KNAP leest er samen tot/,
    );
    nothingWritten();
  });

  it("refuses a file of which no row is good, also without the faulty rows", () => {
    file("a.csv", scores);
    file("b.csv", "jaar;gebied;maatregeloverwegingen;maatregelen\n2021;Almere;1;2\n");
    expectRefusal(
      knap("scorecard", folder, "--uit", output(), "--zonder-foute-regels"),
      /b.csv: geen van de 1 regels is goed/,
    );
    nothingWritten();
  });

  it("makes a workbook of 130.000 answers", () => {
    const rows = Array.from(
      { length: 130_000 },
      (_, i) => `2021-${String((i % 12) + 1).padStart(2, "0")};zuidoever;${i % 11}`,
    );
    file("a.csv", `datum;gebied;cijfer\n${rows.join("\n")}\n`);
    expect(knap("scorecard", folder, "--uit", output())).toMatchObject({ code: 0, errors: "" });
  }, 60_000);

  it.each([
    ["no output", () => [folder]],
    ["an output that is no .xlsx", () => [folder, "--uit", "uit.csv"]],
    ["an unknown option", () => [folder, "--output", "uit.xlsx"]],
  ])("refuses %s as a wrong command", (_, given) => {
    expectRefusal(knap("scorecard", ...given()), /knap (scorecard MAP|--help)/, 2);
  });

  it("puts no row about a person in the workbook", () => {
    cpSync(samples, folder, { recursive: true });
    file(
      "personen.csv",
      `persoon_id;jaar;gebied;maanden_bijstand;december\n${Array.from({ length: 40 }, (_, i) => `geheim${i};2021;Charlois;12;ja`).join("\n")}\n`,
    );
    expect(knap("scorecard", folder, "--uit", output()).code).toBe(0);
    expect(existsSync(output())).toBe(true);
    const text = readFileSync(output()).toString("latin1");
    expect(text).not.toContain("geheim");
  });
});

describe("knap", () => {
  it("explains itself", () => {
    expect(knap("--help")).toMatchObject({
      code: 0,
      out: expect.stringContaining("knap scorecard MAP --uit BESTAND.xlsx"),
    });
    expect(knap().code).toBe(2);
    expect(knap("doe")).toMatchObject({
      code: 2,
      errors: expect.stringMatching(/opdracht doe bestaat niet/),
    });
  });
});
