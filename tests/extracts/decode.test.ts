import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "../../src/extracts/decode";
import { readExtract } from "../../src/extracts/read-extract";
import type { Extract } from "../../src/extracts/extract";

const bytesOf = (name: string) => new Uint8Array(readFileSync(join(__dirname, "files", name)));

describe("an extract in any encoding", () => {
  it.each([
    ["utf-8.csv", "UTF-8", ";"],
    ["utf-8-bom-crlf.csv", "UTF-8 met BOM", ";"],
    ["windows-1252-crlf.csv", "Windows-1252", ";"],
    ["utf-16le-tab.txt", "UTF-16LE", "\t"],
  ])("is read from %s", (name, encoding, separator) => {
    const reading = readExtract({ name, bytes: bytesOf(name) });
    expect(reading).toMatchObject({
      ok: true,
      extract: {
        kind: "din_middelen",
        encoding,
        separator,
        columns: ["inspanning_id", "jaar", "begroot"],
        rows: [
          { line: 2, values: { inspanning_id: "café één", jaar: 2021, begroot: 1250.5 } },
          { line: 3, values: { inspanning_id: "café één", jaar: 2022, begroot: 2000 } },
        ],
        faults: [],
        unknownColumns: ["toelichting"],
        rowsRead: 2,
      },
    });
  });
});

describe("windows-1252", () => {
  it("has its euro sign and its typographic quotes", () => {
    const bytes = Uint8Array.of(0x80, 0x20, 0x93, 0xe9, 0x94, 0x20, 0x85, 0x9f);
    expect(decode(bytes)).toEqual({ text: "€ “é” …Ÿ", encoding: "Windows-1252" });
  });
});

describe("UTF-16 and UTF-32 without a byte order mark", () => {
  const text = "nummer;doelstelling;behaald\n1;financiële situatie € 😀;Ja\n";
  const units = [...text].flatMap((character) =>
    character.length === 2 ? [character.charCodeAt(0), character.charCodeAt(1)] : [character.charCodeAt(0)],
  );
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  const low = (of: number[], size: number) =>
    of.flatMap((value) => Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) % 256));
  const high = (of: number[], size: number) =>
    of.flatMap((value) =>
      Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** (size - 1 - i)) % 256),
    );

  it.each([
    ["UTF-16LE", low(units, 2)],
    ["UTF-16BE", high(units, 2)],
    ["UTF-32LE", low(points, 4)],
    ["UTF-32BE", high(points, 4)],
    ["UTF-16LE", [0xff, 0xfe, ...low(units, 2)]],
    ["UTF-16BE", [0xfe, 0xff, ...high(units, 2)]],
    ["UTF-32LE", [0xff, 0xfe, 0, 0, ...low(points, 4)]],
    ["UTF-32BE", [0, 0, 0xfe, 0xff, ...high(points, 4)]],
  ])("%s is read", (encoding, bytes) => {
    expect(decode(Uint8Array.from(bytes))).toEqual({ text, encoding });
  });
});

describe("a file that is not wholly in one encoding", () => {
  const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
  const read = (bytes: Uint8Array): Extract => {
    const reading = readExtract({ name: "test.csv", bytes });
    if (!reading.ok) throw new Error(reading.problem);
    return reading.extract;
  };
  const header = "nummer;doelstelling;behaald\n";

  it("is read as UTF-8, and the lines with other bytes are faults", () => {
    const { rows, faults, encoding } = read(
      join(utf8(`${header}1;financiële situatie;Ja\n2;`), latin1("Méín"), utf8(";Nee\n3;één;Ja\n")),
    );
    expect(encoding).toBe("UTF-8");
    expect(rows.map(({ line, values }) => [line, values.doelstelling])).toEqual([
      [2, "financiële situatie"],
      [4, "één"],
    ]);
    expect(faults).toHaveLength(1);
    expect(faults[0].message).toMatch(/regel 3: gevonden een teken dat niet bij de tekenset UTF-8 hoort/);
  });

  it("may be two files put together, half and half", () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i};café één;Ja\n`).join("");
    expect(
      read(join(utf8(header + rows), latin1(rows.replaceAll(/^/gm, "x").slice(0, -1)))).faults,
    ).toHaveLength(40);
  });

  it("is refused when the header itself cannot be read", () => {
    const bytes = join(utf8("nummer;doelstelling;behaald;"), latin1("één"), utf8("\n1;financiële;Ja;x\n"));
    const reading = readExtract({ name: "test.csv", bytes });
    expect(reading).toMatchObject({ ok: false, problem: expect.stringMatching(/kop op regel 1 .* UTF-8/) });
  });

  it.each(["é", "€", "😀"])("may be cut off within %s", (character) => {
    const { faults, encoding, rows } = read(utf8(`${header}1;één;Ja\n2;twee;Ja${character}`).slice(0, -1));
    expect(encoding).toBe("UTF-8");
    expect(rows).toHaveLength(1);
    expect(faults[0].message).toMatch(/regel 3: .*afgekapt/);
  });

  it("is windows-1252 when only a pair or two look like UTF-8, which is told", () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i};café één;Ja\n`).join("");
    const { encoding, rows: read30, remarks } = read(join(latin1(header + rows), utf8("40;één;Ja\n")));
    expect(encoding).toBe("Windows-1252");
    expect(read30).toHaveLength(31);
    expect(remarks).toMatchObject([{ line: 32, message: expect.stringContaining("verminkt") }]);
  });

  /** é, ë, ö and ü in three code pages, as Python's codecs have them. */
  const bytesOfLetters = {
    cp850: [0x82, 0x89, 0x94, 0x81],
    mac: [0x8e, 0x91, 0x9a, 0x9f],
    honest: [0xe9, 0xeb, 0xf6, 0xfc],
  };
  const inPage = (text: string, page: keyof typeof bytesOfLetters) =>
    Uint8Array.from(text, (letter) => {
      const at = "éëöü".indexOf(letter);
      return at === -1 ? letter.charCodeAt(0) : bytesOfLetters[page][at];
    });

  it.each([
    ["cp850", "MS-DOS (cp850)", "Zo‰"],
    ["mac", "de Macintosh (Mac Roman)", "Zo‘"],
  ] as const)("may be wholly in %s, which is told with a word", (page, name, was) => {
    const { encoding, remarks, faults } = read(
      inPage(`${header}1;plan;Ja\n2;Zoë;Ja\n3;coördinatie;Nee\n`, page),
    );
    expect([encoding, faults]).toEqual(["Windows-1252", []]);
    expect(remarks.map(({ message }) => message)).toEqual([
      `Het bestand is gelezen als tekst van Windows (Windows-1252), maar lijkt van ${name} te komen: letters met een ` +
        `accent zijn dan verkeerd gelezen: regel 3 en 4. Sla het bij de bron op als CSV UTF-8 en lees het opnieuw in ` +
        `("Zoë" en niet "${was}").`,
    ]);
  });

  it("may be in another code page for a part, which is told", () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i};café één;Ja\n`).join("");
    const { remarks } = read(join(inPage(header + rows, "honest"), inPage("40;café;Ja\n", "cp850")));
    expect(remarks).toMatchObject([
      { line: 32, message: expect.stringContaining("voor een deel van MS-DOS (cp850) te komen") },
    ]);
  });

  it("has a letter where a control character seems to stand, which is not to be taken away", () => {
    const text = "persoon_id;datum;gebied;onderwerp;reintegratie\nP1;1-3-2021;Zuid;reünie;ja\n";
    const { faults } = read(inPage(text, "cp850"));
    expect(faults.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /U\+0081\)\. Daar hoort waarschijnlijk ü te staan: .*cp850.*Sla het bestand bij de bron op/,
      ),
    ]);
    expect(faults[0].message).not.toContain("Haal het weg");
  });

  it.each(["financiÃ«le situatie", "â€™s ochtends", "financi�le", "financi‰le"])(
    "may have been garbled before: %s is told",
    (text) => {
      expect(read(utf8(`${header}1;${text};Ja\n`)).remarks).toMatchObject([{ line: 2 }]);
    },
  );

  it.each(["“CAFÉ” in ’s-Hertogenbosch…", "50 % – 75 ‰", "Ångström", "naïef, coördinatie, zo’n €"])(
    "is not %s",
    (text) => {
      const bytes = Uint8Array.from(`${header}1;${text};Ja\n`, (character) => {
        const known = ["€", "‰", "’", "“", "”", "–", "…"].indexOf(character);
        return known === -1 ? character.charCodeAt(0) : [0x80, 0x89, 0x92, 0x93, 0x94, 0x96, 0x85][known];
      });
      const { rows, remarks, encoding } = read(bytes);
      expect([encoding, rows[0].values.doelstelling, remarks]).toEqual(["Windows-1252", text, []]);
    },
  );
});
