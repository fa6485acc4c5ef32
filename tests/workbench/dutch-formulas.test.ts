import fc from "fast-check";
import { toDutch, toEnglish } from "../../workbench/formulas/dutch";
import { formulaFault } from "../../workbench/formulas/faults";
import { grammarFault } from "../../workbench/formulas/grammar";
import { dutchFunctions } from "../../workbench/formulas/function-names";
import { dutch, english, tokens } from "../../workbench/formulas/tokens";

const between = "Tussen twee delen van de formule ontbreekt een teken, zoals + of ;.";
const array =
  "Tussen accolades staan alleen getallen, teksten, WAAR, ONWAAR en fouten, in rijen die even lang zijn.";
const unread = "De werkbank kan deze formule niet lezen; Excel misschien wel.";

/** By hand: what a Dutch user sees in the formula bar of Excel, and `range.formulas` of the same cell. */
const pairs: [dutch: string, english: string][] = [
  ["=SOM(1,5;2)", "=SUM(1.5,2)"],
  ["=ALS(A1>=0,5;WAAR;ONWAAR)", "=IF(A1>=0.5,TRUE,FALSE)"],
  ["=GEMIDDELDE(B2:B10)", "=AVERAGE(B2:B10)"],
  ['=AANTAL.ALS(A:A;">1,5")', '=COUNTIF(A:A,">1,5")'],
  ["=VERT.ZOEKEN(A1;'Blad; 2, oud'!$A$1:$C$9;3;ONWAAR)", "=VLOOKUP(A1,'Blad; 2, oud'!$A$1:$C$9,3,FALSE)"],
  ["=INTERVAL(A1:A9;{1;5;10})", "=FREQUENCY(A1:A9,{1;5;10})"],
  ["=SOM({1,5\\2;3\\4})", "=SUM({1.5,2;3,4})"],
  ["={WAAR\\ONWAAR}", "={TRUE,FALSE}"],
  [
    "=KNAP.NPS(Tabel1[Kolom; met punt-komma, en komma])",
    "=KNAP.NPS(Tabel1[Kolom; met punt-komma, en komma])",
  ],
  ["=SOM(Tabel1[[#Totalen];[Bedrag, in €]])", "=SUM(Tabel1[[#Totals],[Bedrag, in €]])"],
  ["=SOM(Tabel1[[#Deze rij];[a]:[b]])", "=SUM(Tabel1[[#This Row],[a]:[b]])"],
  ["=AANTALARG(Tabel1[#Kopteksten])", "=COUNTA(Tabel1[#Headers])"],
  ["=ALS.FOUT(1/0;#DEEL/0!)", "=IFERROR(1/0,#DIV/0!)"],
  ["=ALS.NB(#N/B;#GETAL!)", "=IFNA(#N/A,#NUM!)"],
  ["=SOM((A1:A3;C1:C3))", "=SUM((A1:A3,C1:C3))"],
  ["=SOM(1:3)", "=SUM(1:3)"],
  ["=SOM(A1#)", "=SUM(A1#)"],
  ["=-1,5E-3%", "=-1.5E-3%"],
  ['="zeg ""a;b"", 1,5"&TEKST(A1;"0,0")', '="zeg ""a;b"", 1,5"&TEXT(A1,"0,0")'],
  ["=LET(btw;0,21;A1*(1+btw))", "=LET(btw,0.21,A1*(1+btw))"],
  ["=WAAR!A1+'WAAR'!B1", "=WAAR!A1+'WAAR'!B1"],
  ['=KIEZEN(2;;"a")', '=CHOOSE(2,,"a")'],
  ['=LENGTE(A1)+DATUMVERSCHIL(A1;B1;"d")', '=LEN(A1)+DATEDIF(A1,B1,"d")'],
];

describe("a formula in Dutch", () => {
  it.each(pairs)("%s is the engine's %s, and back", (inDutch, inEnglish) => {
    expect(toEnglish(inDutch)).toBe(inEnglish);
    expect(toDutch(inEnglish)).toBe(inDutch);
    expect(formulaFault(inDutch)).toBeNull();
  });

  it("keeps a column whose name has marks, which the engine cannot read", () => {
    expect(toEnglish("=Tabel1['#Data; a]")).toBe("=Tabel1['#Data; a]");
  });

  it.each([
    ["=som(1;waar)", "=SUM(1,TRUE)"],
    ["=SUM(1;2)", "=SUM(1,2)"],
    ["=knap.nps(a1:a3)", "=KNAP.NPS(a1:a3)"],
    ["=Tabel1[[#totalen];[a]]", "=Tabel1[[#Totals],[a]]"],
    // An English name that is the Dutch one of something else is taken as Dutch.
    ["=GAMMA.INV(1;2;3)", "=GAMMAINV(1,2,3)"],
  ])("%s, in small letters or with an English name, is %s", (typed, inEnglish) => {
    expect(toEnglish(typed)).toBe(inEnglish);
  });

  it.each([
    ["=SOM(1;2", "Er ontbreekt een haakje sluiten."],
    ["=SOM(1;2))", "Er ontbreekt een haakje openen."],
    ["=SOM(A1,A2)", "Tussen twee argumenten staat een puntkomma, geen komma."],
    ["=SOM(A1,5)", "Tussen twee argumenten staat een puntkomma, geen komma."],
    ["=1.5+2", "In een getal staat een komma voor de decimalen, zoals in 1,5."],
    ['="abc', "Er ontbreekt een aanhalingsteken achter een tekst."],
    ["=", "Achter = staat geen formule."],
    ["=1+", "Er ontbreekt iets achter +."],
    ["=*3", "Er ontbreekt iets voor *."],
    ["=1+*3", "Er ontbreekt iets voor *."],
    ["=SOM({1;2)", "Er ontbreekt een accolade."],
    ["=Tabel1[a", "Er ontbreekt een vierkant haakje."],
    ["=A1§", "Het teken § hoort niet in een formule."],
    ["=(1)2", between],
    ["=A1 5", between],
    ["=1_000", between],
    ["=SOM(1 2)", between],
    ["={}", array],
    ["={1\\}", array],
    ["={A1}", array],
    ["={1\\2;3}", array],
    ["=''!A1", "Tussen de apostroffen staat geen naam van een blad."],
    [
      "=Blad 1!A1",
      "Voor een uitroepteken staat de naam van een blad. Met een spatie of een leesteken erin staat hij tussen apostroffen: 'Blad 1'!A1.",
    ],
    ["=1E999", "Het getal 1E999 is te groot."],
    // Excel takes these; Univer 0.25.1 cannot read them.
    ["=5%%", unread],
    ["=(A1;B1)", unread],
    ["=Tabel1[Kolom'#1]", unread],
  ])("%s is none", (typed, sentence) => {
    expect(formulaFault(typed)).toBe(sentence);
  });

  it.each([
    "=SOM(A1:B9 B2:C3)",
    "=Blad1:Blad3!A1",
    "='It''s x'!A1",
    "=LAMBDA(x;x+1)(2)",
    "=@A1:A3",
    "=[@Aantal]*2",
    "=--(A1>2)",
    '={-1,5\\WAAR;#N/B\\"a"}',
    "=ALS(;;)",
    "=SOM( 1 ; 2 )",
    "=A1:INDEX(B:B;3)",
  ])("%s is taken", (typed) => {
    expect(formulaFault(typed)).toBeNull();
  });

  it("has another Dutch name for each function", () => {
    const names = dutchFunctions().map(([, name]) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});

describe("each formula", () => {
  const cell = fc.constantFrom(
    "A1",
    "$B$2:C9",
    "A:A",
    "3:4",
    "naam_1",
    "Blad1!D4",
    "'Mijn; blad, 2'!A1:B2",
    "A1#",
  );
  const number = fc.double({ min: 0, max: 1e9, noNaN: true }).map((value) => String(value).replace("e", "E"));
  const text = fc
    .string({ maxLength: 8, unit: "grapheme-ascii" })
    .map((plain) => `"${plain.replaceAll('"', '""')}"`);
  const constant = fc.oneof(
    number,
    text,
    fc.constantFrom(
      "TRUE",
      "FALSE",
      "#N/A",
      "#DIV/0!",
      "#NAME?",
      "#NUM!",
      "#VALUE!",
      "#REF!",
      "#NULL!",
      "#SPILL!",
      "#CALC!",
    ),
  );
  const rows = (width: number) =>
    fc.array(fc.array(constant, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 });
  const array = fc
    .integer({ min: 1, max: 3 })
    .chain(rows)

    .map((made) => `{${made.map((row) => row.join(",")).join(";")}}`);
  const column = fc
    .string({ minLength: 1, maxLength: 8, unit: "grapheme-ascii" })
    .map((plain) => `[a${plain.replace(/['#[\]@]/g, "'$&")}]`);
  const table = fc.oneof(
    column,
    fc.constantFrom("[#All]", "[#This Row]", "[]"),
    fc
      .tuple(fc.constantFrom("[#Totals]", "[#Data]"), column, column)
      .map(([part, one, two]) => `[${part},${one}:${two}]`),
  );
  const name = fc.constantFrom(
    "KNAP.NPS",
    "KNAP.SYNTH.GEWICHTEN",
    "LET",
    ...dutchFunctions().map(([one]) => one),
  );
  const { formula } = fc.letrec<{ formula: string }>((tie) => ({
    formula: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.oneof(
        cell,
        constant,
        array,
        table.map((part) => `Tabel1${part}`),
      ),
      fc
        .tuple(name, fc.array(tie("formula"), { maxLength: 3 }))
        .map(([of, given]) => `${of}(${given.join(",")})`),
      fc
        .tuple(tie("formula"), fc.constantFrom("+", "-", " & ", "<=", "<>", "^"), tie("formula"))
        .map((parts) => parts.join("")),
      tie("formula").map((inner) => `(${inner},A1)`),
      tie("formula").map((inner) => `-${inner}%`),
    ),
  }));

  it("is itself again after Dutch", () => {
    fc.assert(
      fc.property(formula, (made) => expect(toEnglish(toDutch(`=${made}`))).toBe(`=${made}`)),
      { numRuns: 500 },
    );
  });

  it("has no fault of grammar", () => {
    fc.assert(
      fc.property(formula, (made) => expect(grammarFault(`=${made}`, english)).toBeNull()),
      { numRuns: 500 },
    );
  });

  it("has parts that are the formula when put together, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom(dutch, english), (typed, notation) => {
        expect(
          tokens(typed, notation)
            .map((token) => token.text)
            .join(""),
        ).toBe(typed);
      }),
    );
  });
});
