import { kinds } from "../src/extracts/kinds";
import { faultyRows, remarksBetween, type ReadFile } from "../src/scorecard/inspect-files";
import { faultLines, readOne } from "./read-files";
import { exitCode, UsageError } from "./usage-error";

/** `knap controleer BESTAND...`: what kind each file is, how many rows it has, and every faulty row. */
export async function checkFiles(paths: string[], options: { json: boolean }): Promise<number> {
  if (paths.length === 0) throw new UsageError("Geef een of meer bestanden: knap controleer handhaving.csv");
  const files = await Promise.all(paths.map(readOne));
  if (options.json) console.log(JSON.stringify(files.map(asJson), null, 2));
  else {
    files.forEach(describe);
    remarksBetween(files).forEach((line) => console.log(`Let op: ${line}`));
  }
  const good = files.every(({ reading }) => reading.ok && reading.extract.faults.length === 0);
  return good ? exitCode.done : exitCode.faultyInput;
}

function asJson({ name, sha256, reading }: ReadFile) {
  if (!reading.ok) return { bestand: name, sha256, soort: null, probleem: reading.problem };
  const { kind, rowsRead, faults, remarks, unknownColumns, encoding, separator } = reading.extract;
  return {
    bestand: name,
    sha256,
    soort: kind,
    regels: rowsRead,
    fouteRegels: faultyRows(reading.extract),
    fouten: faults.map(({ line, column, value, expected, message }) => ({
      regel: line,
      kolom: column,
      waarde: value,
      verwacht: expected,
      melding: message,
    })),
    opmerkingen: remarks.map(({ line, message }) => ({ regel: line, melding: message })),
    onbekendeKolommen: unknownColumns,
    tekenset: encoding,
    scheidingsteken: separator,
  };
}

function describe({ name, reading }: ReadFile): void {
  if (!reading.ok) {
    console.log(`${name}: niet herkend\n  ${reading.problem}`);
    return;
  }
  const { extract } = reading;
  const faulty = faultyRows(extract);
  const verdict = faulty === 0 ? "geen fouten" : `${faulty} ${faulty === 1 ? "foute regel" : "foute regels"}`;
  console.log(`${name}: ${kinds[extract.kind].title}, ${extract.rowsRead} regels, ${verdict}`);
  if (extract.unknownColumns.length > 0) {
    console.log(
      `  Deze kolommen kent KNAP niet en worden niet gelezen: ${extract.unknownColumns.join(", ")}`,
    );
  }
  extract.remarks.forEach(({ message }) => console.log(`  ${message}`));
  faultLines(extract).forEach((line) => console.log(line));
}
