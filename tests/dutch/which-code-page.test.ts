import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inCodePage, otherPages, windows1252 } from "../../src/dutch/code-pages";
import { letterOfCodePage, otherCodePage } from "../../src/dutch/which-code-page";

/** Bytes as they are read in Windows-1252. */
const readAs1252 = (bytes: Iterable<number>) =>
  [...bytes]
    .map((byte) => (byte < 128 ? String.fromCharCode(byte) : windows1252.characters[byte - 128]))
    .join("");
const allHigh = Uint8Array.from({ length: 128 }, (_, index) => 128 + index);
const [dos, mac] = otherPages;

/** The bytes of words in cp850, made with Python's codec of that name. */
const WORDS: Readonly<Record<string, string>> = {
  één: "82826e",
  Één: "90826e",
  Zoë: "5a6f89",
  België: "42656c676989",
  café: "63616682",
  coördinatie: "636f947264696e61746965",
  crèche: "63728a636865",
  vóór: "76a2a272",
  façade: "666187616465",
  financiële: "66696e616e6369896c65",
  patiënt: "70617469896e74",
  reïntegratie: "72658b6e7465677261746965",
  hôtel: "689374656c",
  maïs: "6d618b73",
  reünie: "7265816e6965",
  ideeën: "69646565896e",
  zeeën: "7a6565896e",
  naïef: "6e618b6566",
  Curaçao: "4375726187616f",
  hè: "688a",
  hé: "6882",
  enquête: "656e7175887465",
  scène: "73638a6e65",
  première: "7072656d698a7265",
  coëfficiënt: "636f896666696369896e74",
  geïnteresseerd: "67658b6e74657265737365657264",
  beëindiging: "626589696e646967696e67",
  geëvalueerd: "67658976616c7565657264",
  ruïne: "72758b6e65",
  vacuüm: "76616375816d",
  tweeëntwintig: "74776565896e7477696e746967",
  oriëntatie: "6f7269896e7461746965",
  bèta: "628a7461",
  gêne: "67886e65",
  dóór: "64a2a272",
  wél: "77826c",
  zó: "7aa2",
  André: "416e647282",
  René: "52656e82",
  José: "4a6f7382",
  Noël: "4e6f896c",
  Daniël: "44616e69896c",
  Michaël: "4d69636861896c",
  Italië: "4974616c6989",
  Azië: "417a6989",
  garçon: "676172876f6e",
  überhaupt: "816265726861757074",
  privé: "7072697682",
  procédé: "70726f63826482",
  logé: "6c6f6782",
  attaché: "61747461636882",
  conciërge: "636f6e636989726765",
  cliënt: "636c69896e74",
  pâté: "70837482",
  reëel: "726589656c",
  drieën: "64726965896e",
  initiëren: "696e6974698972656e",
  variëren: "766172698972656e",
  efficiënt: "656666696369896e74",
};

/** The bytes of a text in Mac Roman, by the decoder of the platform. */
const macRoman = new TextDecoder("macintosh").decode(allHigh);
const inMac = (text: string) =>
  [...text].map((letter) => (letter < "\u0080" ? letter.charCodeAt(0) : 128 + macRoman.indexOf(letter)));

describe("a code page", () => {
  it("has the characters of the platform's decoder", () => {
    expect(mac.characters).toBe(macRoman);
    // Node 20 decodes 0x80 to 0x9f as Latin-1; decode.test.ts has those.
    expect(windows1252.characters.slice(32)).toBe(new TextDecoder("windows-1252").decode(allHigh.slice(32)));
    expect(inCodePage(readAs1252(allHigh), mac)).toBe(macRoman);
  });
});

describe("a file in another code page than Windows-1252", () => {
  it.each(Object.entries(WORDS))("is known by %s in cp850 (%s)", (word, hex) => {
    const text = readAs1252(Buffer.from(hex, "hex"));
    for (const cell of [text, `gesprek over ${text}, kort`])
      expect(otherCodePage([cell, "zonder accent"])).toMatchObject({
        page: dos,
        places: [0],
        becomes: expect.stringContaining(word),
      });
  });

  it.each(Object.keys(WORDS))("is known by %s in Mac Roman", (word) => {
    const text = readAs1252(inMac(word));
    for (const cell of [text, `gesprek over ${text}, kort`])
      expect(otherCodePage([cell])).toMatchObject({ page: mac, becomes: expect.stringContaining(word) });
  });

  it("is known by most of its letters", () => {
    const honest = Array.from({ length: 30 }, (_, index) => `café ${index}`);
    // One such word among thirty good ones came from elsewhere; the file is not in that code page.
    expect(otherCodePage([...honest, "caf‚"])).toMatchObject({ isPart: true, places: [30] });
  });
});

describe("a text that is honest Windows-1252", () => {
  it.each([
    "“één” en ‘twee’",
    "zo’n café, ’s ochtends, foto’s",
    "‘s-Hertogenbosch en zo‘n foto‘s",
    "hij zei „kom maar” en ging",
    "‚een’ en „twee“",
    "2018–2021, maandag–vrijdag – en verder — dus",
    "wacht… en dan … verder",
    "€ 12,50 of 12,50 €",
    "Željko Šimić en Miloš Jokić-Đ".replace(/[ćĐ]/g, "c"),
    "50 ‰ van 3 m² bij 20 °C, ±5 µg",
    "• punt één",
    "KNAP™ ©2021 ®",
    "Ångström, Łódź, smørrebrød".replace(/[Łź]/g, "z"),
    "naam†, noot‡",
    "5 à 6 keer, à la carte, voilà",
    "FINANCIËLE SITUATIE, CAFÉ, ÉÉN",
    "«citaat» en ‹kort›",
    "cliënt\u00a0gebeld",
    "1º en 2ª",
    "auto´s en ½ uur, 3×4",
  ])("is left as it is: %s", (text) => {
    expect(otherCodePage([text])).toBeNull();
  });

  it("is each line of the manual", () => {
    const folder = join(__dirname, "../../docs");
    const lines = readdirSync(folder)
      .filter((name) => name.endsWith(".md"))
      .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"))
      .filter((line) =>
        [...line].every((letter) => letter < "\u0080" || windows1252.characters.includes(letter)),
      )
      .filter((line) => /[^\0-\u007f]/.test(line));
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => otherCodePage([line]) !== null)).toEqual([]);
  });
});

describe("a control character that is a letter elsewhere", () => {
  it.each([
    ["re\u0081nie", "ü", "cp850"],
    ["\u0090‚n", "É", "cp850"],
    ["cr\u008fche", "è", "Mac Roman"],
    ["fa\u008dade", "ç", "Mac Roman"],
    ["sc\u008fne", "è", "Mac Roman"],
    ["zo\u0092n", "’", "Windows-1252"],
  ])("in %j is %s of %s", (text, letter, page) => {
    expect(letterOfCodePage(text)).toMatch(new RegExp(`waarschijnlijk ${letter} te staan.*[ (]${page}`));
  });

  it.each(["a\u0007b", "plain", "1\u00812"])("in %j is none", (text) => {
    expect(letterOfCodePage(text)).toBeNull();
  });
});

it.each(["é", "‘", "–a", "‚ "])("the time grows with a text and not with its square: %j", (piece) => {
  const timeOf = (count: number) => {
    const start = performance.now();
    otherCodePage([piece.repeat(count), "plan"]);
    return performance.now() - start;
  };
  timeOf(1000);
  const once = timeOf(4000);
  expect(timeOf(16_000)).toBeLessThan(8 * once + 60);
});
