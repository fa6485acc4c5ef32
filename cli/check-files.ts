import { excerpt } from "../src/extracts/excerpt";
import { kinds } from "../src/extracts/kinds";
import { namesInWords } from "../src/extracts/recognise";
import { faultyRows, type ReadFile } from "../src/scorecard/inspect-files";
import { faultLines, readOne } from "./read-files";
import { exitCode, UsageError } from "./usage-error";

/** `knap controleer BESTAND...`: what kind each file is, how many rows it has, and what is faulty. */
export async function checkFiles(paths: string[], options: { json: boolean }): Promise<number> {
  if (paths.length === 0) throw new UsageError("Geef een of meer bestanden: knap controleer handhaving.csv");
  let good = true;
  const answers: object[] = [];
  // One after the other: of a file that was told nothing has to stay in the memory.
  for (const path of paths) {
    const file = await readOne(path);
    good &&= file.reading.ok && file.reading.extract.faultCount === 0;
    if (options.json) answers.push(asJson(file));
    else describe(file);
  }
  if (options.json) console.log(JSON.stringify(answers, null, 2));
  return good ? exitCode.done : exitCode.faultyInput;
}

/** Of each file; more are no help to who has to put them right. */
const MOST_FAULTS_SHOWN = 200;
const MOST_COLUMNS_SHOWN = 200;

function asJson({ name, sha256, reading }: ReadFile) {
  if (!reading.ok) return { bestand: name, sha256, soort: null, probleem: reading.problem };
  const { kind, rowsRead, faults, faultCount, remarks, unknownColumns, encoding, separator } =
    reading.extract;
  return {
    bestand: name,
    sha256,
    soort: kind,
    regels: rowsRead,
    fouteRegels: faultyRows(reading.extract),
    aantalFouten: faultCount,
    fouten: faults.map(({ line, column, value, expected, message }) => ({
      regel: line,
      kolom: column,
      waarde: value,
      verwacht: expected,
      melding: message,
    })),
    opmerkingen: remarks.map(({ line, message }) => ({ regel: line, melding: message })),
    onbekendeKolommen: unknownColumns.slice(0, MOST_COLUMNS_SHOWN).map((name) => excerpt(name)),
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
      `  Deze kolommen kent KNAP niet en worden niet gelezen: ${namesInWords(extract.unknownColumns)}`,
    );
  }
  extract.remarks.forEach(({ message }) => console.log(`  ${message}`));
  faultLines(extract, MOST_FAULTS_SHOWN).forEach((line) => console.log(line));
}
