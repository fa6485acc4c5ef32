import { deflateSync } from "node:zlib";
import { excerpt } from "../../src/extracts/excerpt";
import { fullSheetRemarks } from "../../src/extracts/full-sheet";
import { readExtract } from "../../src/extracts/read-extract";
import { extractOf, problemOf } from "./read-text";

const good = "jaar;gebied;werkzoekenden;fte\n2020;Zuid;100;7\n2021;Zuid;120;8\n";
const ofBytes = (...parts: (string | readonly number[])[]) => {
  const bytes = Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Uint8Array.from(part))),
  );
  const reading = readExtract({ name: "test.csv", bytes });
  return reading.ok ? "" : reading.problem;
};

describe("the sign with which DOS ends a text", () => {
  it.each([
    ["behind the last line end", `${good}\u001a`],
    ["behind the last cell", `${good.trimEnd()}\u001a`],
    ["more than once", `${good}\u001a\u001a\u001a`],
    ["with zeros up to the end of a block", `${good}\u001a${"\0".repeat(100)}`],
    ["behind a footer", `${good}Bron: UWV\n\u001a`],
  ])("is no row and no sign of a file that was cut off: %s", (_, csv) => {
    const { rows, faults, remarks } = extractOf(csv);
    expect(rows.map(({ values }) => values.fte)).toEqual([7, 8]);
    expect([faults, remarks.filter(({ text }) => text !== "Bron: UWV")]).toEqual([[], []]);
  });

  it("within the text is no end", () => {
    const { rows, faults } = extractOf(good.replace("100", "1\u001a00"));
    expect(rows.map(({ line }) => line)).toEqual([3]);
    expect(faults).toMatchObject([{ line: 2, column: "werkzoekenden" }]);
  });
});

describe("a nulteken", () => {
  it("in one cell is a fault on its line", () => {
    const { rows, faults } = extractOf(good.replace("120", "12\u00000"));
    expect(rows.map(({ line }) => line)).toEqual([2]);
    expect(faults).toMatchObject([{ line: 3, column: "werkzoekenden" }]);
    expect(faults[0].message).toMatch(
      /regel 3, kolom werkzoekenden: gevonden "12␀0"\. .*In de cel staat een nulteken \(U\+0000\)/,
    );
  });

  it("in the header, or in a text of which the header is not known, is named with its line", () => {
    expect(problemOf(`Titel\n${good.replace("fte", "f\0te")}`)).toMatch(
      /^test\.csv: dit is geen tekstbestand: op regel 2 staat een nulteken \(U\+0000\)\. Sla de gegevens op als CSV/,
    );
    expect(problemOf("artikel;prijs\r\nbrood;2\r\nkaas;\0\r\n")).toMatch(/geen tekstbestand: op regel 3/);
  });
});

describe("a file that is no text and is named .csv", () => {
  it.each([
    ["a program", ofBytes("\x7fELF", [2, 1, 1], "x".repeat(40))],
    ["what zlib made", ofBytes([...deflateSync(Buffer.from(good.repeat(20)))])],
    ["what lz4 made", ofBytes([4, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82], "abc;def\n")],
    ["a property list", ofBytes("bplist00", [0xd1, 1, 2, 0x54], "jaar;gebied\n1;2\n")],
    ["text with an escape", ofBytes("\u001b[31mjaar;score\u001b[0m\n1;2\n")],
  ])("is said to be that, without a character that steers a terminal: %s", (_, problem) => {
    expect(problem).toMatch(/^test\.csv: dit is geen tekstbestand: op regel 1 staat een /);
    expect(problem).not.toMatch(/\p{Cc}/u);
  });

  it.each([
    "<div><table><tr><td>2021</td></tr></table></div>",
    "<!-- export -->\n<html></html>",
    "<script>x()</script>",
  ])("may be a web page: %j", (html) => expect(problemOf(html)).toMatch(/dit is een webpagina/));

  it("may be XML all the same", () => {
    expect(problemOf("<paragrafen><p>1</p></paragrafen>")).toMatch(/dit is XML/);
  });
});

describe("lines that stand in quotes as a whole", () => {
  const lines = good.trimEnd().split("\n");
  const doubled = (line: string) =>
    `"${line
      .split(";")
      .map((cell) => `""${cell}""`)
      .join(",")}"`;
  it.each([
    ["all of them", lines.map((line) => `"${line}"`)],
    ["with commas", lines.map((line) => `"${line.replaceAll(";", ",")}"`)],
    ["with quoted cells", lines.map(doubled)],
    ["the header alone", [`"${lines[0]}"`, ...lines.slice(1)]],
  ])("are named: %s", (_, wrapped) => {
    expect(problemOf(`${wrapped.join("\n")}\n`)).toMatch(
      /^test\.csv: regel 1 staat als geheel tussen aanhalingstekens \("\).*Haal de aanhalingstekens om de regels weg/,
    );
  });

  it("are named below a title and in a file of an unknown kind", () => {
    expect(problemOf(`Export\n${lines.map((line) => `"${line}"`).join("\n")}`)).toMatch(
      /regel 2 staat als geheel/,
    );
    expect(problemOf('"artikel;prijs"\n"brood;2"\n')).toMatch(/regel 1 staat als geheel/);
  });
});

describe("another separator", () => {
  it("in the first line than in the header is named", () => {
    expect(problemOf(`sep=,\n${good}`)).toMatch(
      /volgens de eerste regel \(sep=,\) staat er een komma tussen de cellen, maar in de kop op regel 2 staat een puntkomma/,
    );
  });

  it("between quoted cells is named, and not the quotes", () => {
    const quoted = ['"2022","Zuid","130","9"', '"2023","Zuid","130","9"'];
    expect(problemOf(`${good}${quoted.join("\n")}\n`)).toMatch(
      /^test\.csv: op regel 4 staat een komma tussen de cellen\. Verwacht: een puntkomma/,
    );
    expect(problemOf(`${good}2022;Zuid;"130"x;9\n`)).toMatch(/regel 4 staat een aanhalingsteken/);
  });
});

describe("an excerpt", () => {
  it("has a picture for every character that steers a terminal", () => {
    for (let code = 0; code < 0xa0; code += 1) {
      const shown = excerpt(`a${String.fromCharCode(code)}b`);
      expect(shown).toMatch(/^a[^]b$/);
      if (code !== 9) expect(shown).not.toMatch(/\p{Cc}/u);
    }
    expect(excerpt("a\u001b[2Jb\u0007")).toBe("a␛[2Jb␇");
  });

  it("stands in what is said of a title and of a column", () => {
    const { remarks, unknownColumns } = extractOf(`Lijst \u0007\n${good.replace("fte", "fte;x\u001b")}`);
    expect(remarks.map(({ message }) => message).join()).not.toMatch(/\p{Cc}/u);
    expect(unknownColumns).toHaveLength(1);
  });
});

describe("a file with as many lines as a sheet of Excel has rows", () => {
  const scores = (rows: number, head = "datum;gebied;cijfer") =>
    extractOf(`${head}\r\n${"2021-03;Zuid;9\r\n".repeat(rows)}`).remarks;
  const lastOn = (line: number) => [{ line, cells: ["2021-03", "Zuid", "9"] }];

  it.each([
    [65_536, "65.536"],
    [1_048_576, "1.048.576"],
  ])("may be cut off by Excel: %i", (line, lines) => {
    expect(fullSheetRemarks(lastOn(line), 1)).toEqual([
      {
        line,
        text: "",
        message:
          `Het bestand heeft precies ${lines} regels, zoveel als er op een blad van Excel passen. Controleer of er geen ` +
          `regels zijn afgekapt: vraag de export op zonder het bestand in Excel te openen.`,
        tellsRows: true,
      },
    ]);
  });

  it("is told of when it is read, with a header and with what Excel counts too: a title and no line sep=", () => {
    expect(scores(65_535)).toMatchObject([{ line: 65_536, tellsRows: true }]);
    expect(scores(65_534, "Uitvraag\r\ndatum;gebied;cijfer")).toHaveLength(2);
    expect(fullSheetRemarks(lastOn(65_537), 2)).toHaveLength(1);
  });

  it.each([65_535, 65_537, 1_048_575, 1_048_577, 20])("is nothing to tell of with %i lines", (line) => {
    expect(fullSheetRemarks(lastOn(line), 1)).toEqual([]);
  });
});
