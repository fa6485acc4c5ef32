import { findBsns } from "../../src/extracts/bsn-columns";
import type { RawTable } from "../../src/extracts/raw-table";
import { seeded } from "../seeded";

const random = seeded(1818);
const from = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
const digits = (count: number) => Array.from({ length: count }, () => from(0, 9)).join("");
const two = (value: number) => String(value).padStart(2, "0");
const day = () => `${from(2015, 2024)}-${two(from(1, 12))}-${two(from(1, 28))}`;
const dutchDay = () => day().split("-").reverse().join("-");
const hex = (count: number) => Array.from({ length: count }, () => from(0, 15).toString(16)).join("");

/** What stands in columns of municipalities, has eight digits or more and is no burgerservicenummer. */
const kinds: Readonly<Record<string, () => string>> = {
  mobile: () => `06${digits(8)}`,
  "mobile, grouped": () => `06-${digits(4)} ${digits(4)}`,
  "mobile in pairs": () => `06 ${digits(2)} ${digits(2)} ${digits(2)} ${digits(2)}`,
  "mobile abroad": () => `+31 6 ${digits(8)}`,
  "mobile abroad, joined": () => `+316${digits(8)}`,
  telephone: () => `010-${from(2, 9)}${digits(6)}`,
  "telephone, grouped": () => `(010) ${digits(3)} ${digits(2)} ${digits(2)}`,
  day,
  dutchDay,
  "day of digits": () => day().replaceAll("-", ""),
  "day and time": () => `${day()} ${two(from(0, 23))}:${two(from(0, 59))}:${two(from(0, 59))}.${digits(3)}`,
  "day and time of digits": () =>
    `${day()}${two(from(0, 23))}${two(from(0, 59))}${digits(5)}`.replaceAll("-", ""),
  "day in a text": () => `afspraak op ${dutchDay()} om ${from(8, 17)}.30 uur, kamer ${from(1, 400)}`,
  "period of days": () => `${dutchDay()} - ${dutchDay()}`,
  amount: () => `${from(10, 99)}.${digits(3)}.${digits(3)},${from(1, 9)}${digits(1)}`,
  "English amount": () => `${from(1, 9)},${digits(3)},${digits(3)}.${from(1, 9)}${digits(1)}`,
  "large amount": () => `€ ${from(1, 99)}.${digits(3)}.${digits(3)}.${digits(3)}`,
  "amount with decimals": () => `${from(100_000, 9_999_999)},${digits(2)}`,
  IBAN: () => `NL${digits(2)}INGB0${digits(9)}`,
  "IBAN, grouped": () => `NL${digits(2)} RABO 0${digits(3)} ${digits(4)} ${digits(2)}`,
  "code of a buurt": () => `BU${from(1000, 1999)}${digits(4)}`,
  "code of a wijk": () => `WK0599${digits(2)}`,
  postcode: () => `${from(1000, 9999)} AB ${from(1, 300)}`,
  guid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  hash: () => hex(40),
  "zaak of ten digits": () => `${from(1, 9)}${digits(9)}`,
  "zaak with a year": () => `Z-${from(2018, 2023)}-${digits(7)}`,
  "zaak with a year and five": () => `${from(2018, 2023)}-${digits(5)}`,
  "zaak in one": () => `ZK${from(2018, 2023)}${digits(8)}`,
  latitude: () => `51.${digits(7)}`,
  "latitude and longitude": () => `51,${digits(8)} 4,${digits(8)}`,
  fraction: () => `0.${digits(9)}`,
  "fraction above one": () => `${from(1, 99)},${digits(9)}`,
  "coordinates of the Rijksdriehoek": () => `${from(80_000, 99_999)} ${from(430_000, 440_000)}`,
  years: () => `${from(2010, 2015)}-${from(2016, 2023)}`,
  "address on the network": () => [1, 2, 3, 4].map(() => from(100, 255)).join("."),
  ISBN: () => `978-90-${digits(3)}-${digits(4)}-${digits(1)}`,
  seconds: () => `16${digits(8)}`,
  list: () => Array.from({ length: from(2, 12) }, () => from(0, 99)).join(", "),
  "number of kvk": () => `${from(1, 8)}${digits(7)}`,
  pseudonym: () => `p${digits(9)}`,
  "pseudonym of digits": () => `${from(1, 9)}${digits(8)}`,
  "number with zeros in front": () => `00${from(1, 9)}${digits(7)}`,
};

const tableOf = (cells: readonly string[]): RawTable => ({
  headers: ["kenmerk"],
  headerLine: 1,
  rows: cells.map((cell, index) => ({ line: index + 2, cells: [cell] })),
  findings: [],
  outside: [],
  remarks: [],
  encoding: "UTF-8",
  separator: ";",
});

describe("a column without burgerservicenummers", () => {
  it("is hardly ever refused, and not told more often than before the other forms were seen", () => {
    const makers = Object.values(kinds);
    let [refused, told] = [0, 0];
    for (let column = 0; column < 10_000; column += 1) {
      const make = makers[column % makers.length];
      const { problem, remarks } = findBsns(tableOf(Array.from({ length: from(1, 16) }, make)));
      if (problem !== null) refused += 1;
      else if (remarks.length > 0) told += 1;
    }
    // When only numbers by themselves were looked at, 2 of these columns were refused and 973 told.
    expect(refused).toBeLessThanOrEqual(4);
    expect(told).toBeLessThanOrEqual(400);
  });
});
