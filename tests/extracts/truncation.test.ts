import { extractOf } from "./read-text";

const volume = (...rows: string[]) => ["maand;gebied;bijstandsvolume", ...rows].join("\n");

const volumeOfCodes = (last: string) =>
  ["gebied;maand;bijstandsvolume", "WK059910;2021-01;14000", "WK059913;2021-01;9800", last].join("\n");

describe("a last row without a line end", () => {
  it.each([
    ["a number that lost its last digits", volume("2021-01;Zuid;14000", "2021-02;Zuid;139")],
    [
      "among ten, one as short",
      volume(
        ...Array.from({ length: 10 }, (_, i) => `${2000 + i}-01;Zuid;${i ? 14000 : 98}`),
        "2020-01;Zuid;13",
      ),
    ],
    ["nothing behind the last separator", volume("2021-01;Zuid;14000", "2021-02;Zuid;")],
    [
      "a fraction that lost its decimals",
      "jaar;gebied;werkzoekenden;fte\n2020;Zuid;100;10,25\n2021;Zuid;100;112,5",
    ],
    [
      "the beginning of a word",
      "persoon_id;startdatum;gebied;type\np1;2021-01-01;Zuid;Matching\np2;2021-01-01;Zuid;Zorg\np3;2021-01-01;Zuid;Matchi",
    ],
  ])("is told: %s", (_, text) => {
    const { remarks, faults } = extractOf(text);
    expect(faults).toEqual([]);
    expect(remarks).toHaveLength(1);
    expect(remarks[0].message).toMatch(/De laatste regel \(\d+\) heeft geen regeleinde .* afgekapt/);
  });

  it.each([volume("2021-01;Zuid;14000", "2021-02;Zuid"), volume("2021-01;Zuid;14000", "20")])(
    "is a fault with fewer cells: %j",
    (text) => {
      const { faults, rows } = extractOf(text);
      expect(rows).toHaveLength(1);
      expect(faults[0].message).toMatch(/regel 3: gevonden \d cell?e?n? en geen regeleinde.*afgekapt/);
    },
  );

  const contact = "persoon_id;datum;gebied;onderwerp;reintegratie";
  const contacts = (ids: readonly string[], last: string) =>
    [contact, ...ids.map((id) => `${id};1-3-2021;Zuid;Zorg;ja`), last].join("\n");

  it.each([
    ["a number that lost its last digits", contacts(["p1000", "p1001", "p1002"], "p1")],
    ["a number and a separator", contacts(["p1000", "p1001"], "p1002;")],
    ["two separators", contacts(["p1000", "p1001"], "p1002;;")],
    ["a number of another length", contacts(["klant-99", "klant-100"], "klant-1")],
    ["no more than the letter", contacts(["K1000", "K1001"], "K")],
    ["a guid", contacts(["3f2504e0-4f89", "a92b01c7-11d3"], "e4c8f0")],
    ["a gebied", "gebied;maand;bijstandsvolume\nFeijenoord;2021-01;14000\nNoord;2021-01;9800\nFeijen"],
    ["a whole gebied", "gebied;maand;bijstandsvolume\nZuid;2021-01;14000\nOverig;2021-01;9800\nZuid"],
    ["a code", volumeOfCodes("WK0599")],
  ])("is a fault in its first cell: %s", (_, text) => {
    const { faults, rows, remarks } = extractOf(text);
    expect(rows).toHaveLength(text.split("\n").length - 2);
    expect(faults[0].message).toMatch(/gevonden \d cell?e?n? en geen regeleinde.*afgekapt/);
    expect(faults[0].line).toBe(text.split("\n").length);
    expect(remarks).toEqual([]);
  });

  it.each([
    contacts(["p1000", "p1001"], "Bron: SUITE"),
    contacts(["p1000", "p1001"], "Einde"),
    contacts(["a81f", "b22c"], "Einde bestand"),
    contacts(["p1000", "p1001"], "Aantal rijen: 2"),
    contacts(["p1000", "p1001"], "Totaal;;;;"),
    "gebied;maand;bijstandsvolume\nZuid;2021-01;14000\nOverig;2021-01;9800\nBron: CBS",
  ])("is a footer in %j", (text) => {
    const { faults, remarks } = extractOf(text);
    expect(faults).toEqual([]);
    expect(remarks).toMatchObject([{ message: expect.stringContaining("slotregel") }]);
  });

  it("with fewer cells is told, and no fault, where other rows are as short", () => {
    const head = "doel_id;doel;eigenaar";
    const { faults, remarks } = extractOf(`${head}\nD1;a;x\nD2;b\nD3;c`);
    expect(faults).toEqual([]);
    expect(remarks[0].message).toMatch(/minder cellen dan de kop/);
  });

  it.each([
    volume("2021-01;Zuid;14000", "2021-02;Zuid;13900"),
    volume("2021-01;Zuid;14000", "2021-02;Zuid;139", ""),
    volume("2021-01;Zuid;14000", "2021-02;Zuid;139", "Bron: CBS"),
    volume("2021-01;Zuid;14000", "2021-02;Zuid;9800", "2021-03;Zuid;9700"),
    "datum;gebied;cijfer\n2021-03;Zuid;10\n2021-03;Zuid;9\n2021-03;Zuid;8",
  ])("is nothing to tell of in %j", (text) => {
    const { remarks, faults } = extractOf(text);
    expect(faults).toEqual([]);
    expect(remarks.filter(({ message }) => message.includes("afgekapt"))).toEqual([]);
  });
});
