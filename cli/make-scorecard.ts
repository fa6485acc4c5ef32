import { access, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, extname, resolve } from "node:path";
import { overlap } from "../src/extracts/compare-files";
import type { Extract } from "../src/extracts/extract";
import { makeDataset } from "../src/scorecard/dataset";
import { planWorkbook } from "../src/scorecard/plan-workbook";
import { renderXlsx } from "../src/workbook/render-xlsx";
import packageJson from "../package.json";
import { csvFiles, diskError, faultLines, faultyRows, readOne, type ReadFile } from "./read-files";
import { scorecardAsJson, scorecardAsText } from "./show-scorecard";
import { exitCode, InputError, UsageError } from "./usage-error";

export interface ScorecardOptions {
  output?: string;
  replace: boolean;
  skipFaultyRows: boolean;
  skipUnknownFiles: boolean;
  json: boolean;
}

/** `knap scorecard MAP --uit BESTAND.xlsx`: every extract in the folder becomes one workbook. */
export async function makeScorecard([folder, ...more]: string[], options: ScorecardOptions): Promise<number> {
  const { output } = options;
  if (
    folder === undefined ||
    more.length > 0 ||
    output === undefined ||
    extname(output).toLowerCase() !== ".xlsx"
  ) {
    throw new UsageError("Geef één map en een uitvoerbestand: knap scorecard MAP --uit BESTAND.xlsx");
  }
  await refuseToReplace(output, options.replace);
  const files = await Promise.all((await csvFiles(folder)).map(readOne));
  const extracts = usable(files, options);

  const sources = files.flatMap(({ name, sha256, reading }) =>
    reading.ok
      ? [
          {
            fileName: name,
            sha256,
            kind: reading.extract.kind,
            rowsRead: reading.extract.rowsRead,
            rowsLeftOut: faultyRows(reading.extract),
            encoding: reading.extract.encoding,
          },
        ]
      : [],
  );
  const dataset = makeDataset(extracts, sources);
  const plan = planWorkbook(dataset, {
    version: packageJson.version,
    moment: new Date(),
  });
  await writeWhole(output, await renderXlsx(plan));

  if (options.json) {
    console.log(JSON.stringify({ bestand: resolve(output), ...scorecardAsJson(plan) }, null, 2));
  } else {
    console.log(scorecardAsText(plan));
    dataset.remarks.forEach((line) => console.log(`Let op: ${line}`));
    for (const { fileName, rowsLeftOut } of sources) {
      if (rowsLeftOut > 0) console.log(`\n${fileName}: ${rowsLeftOut} regels met een fout zijn weggelaten.`);
    }
    console.log(`\nDe werkmap staat in ${resolve(output)}`);
  }
  return exitCode.done;
}

/** What fits below the head of a table on a sheet of Excel. */
const MOST_ROWS = 1_048_575;

/** Of each file, where the workbook is refused because of them. */
const MOST_FAULTS_SHOWN = 20;

async function refuseToReplace(output: string, replace: boolean): Promise<void> {
  const exists = await access(output).then(
    () => true,
    () => false,
  );
  if (exists && !replace) {
    throw new InputError(
      `${output} bestaat al en wordt niet overschreven. Kies een andere naam, of geef --vervang.`,
    );
  }
}

/** The extracts to go on with, or an error that names everything that stands in the way. */
function usable(files: ReadFile[], { skipFaultyRows, skipUnknownFiles }: ScorecardOptions): Extract[] {
  const extracts = files.flatMap(({ reading }) => (reading.ok ? [reading.extract] : []));
  const unknown = files.flatMap(({ reading }) => (reading.ok ? [] : [reading.problem]));
  if (extracts.length === 0) {
    throw new InputError(
      ["Geen van de bestanden is een extract dat KNAP kent:", ...unknown.map((line) => `  ${line}`)].join(
        "\n",
      ),
    );
  }
  const obstacles = [
    ...(skipUnknownFiles ? [] : unknownObstacle(unknown)),
    ...sameFiles(files),
    ...overlaps(extracts),
  ];
  for (const { fileName, rows, rowsRead } of extracts) {
    if (rows.length === 0)
      obstacles.push(
        `${fileName}: geen van de ${rowsRead} regels is goed. Verbeter of verwijder het bestand.`,
      );
    if (rows.length > MOST_ROWS)
      obstacles.push(
        `${fileName}: ${rows.length} regels, maar op een blad passen er ${MOST_ROWS}. Splits het bestand.`,
      );
  }
  const faulty = extracts.filter(({ faults }) => faults.length > 0);
  if (faulty.length > 0 && !skipFaultyRows) {
    obstacles.push(
      ...faulty.flatMap((extract) => [
        `${extract.fileName}: ${faultyRows(extract)} van ${extract.rowsRead} regels met een fout`,
        ...faultLines(extract, MOST_FAULTS_SHOWN),
      ]),
      "Verbeter deze regels, of ga verder zonder: --zonder-foute-regels",
    );
  }
  if (obstacles.length > 0) throw new InputError(obstacles.join("\n"));
  return extracts;
}

function unknownObstacle(problems: string[]): string[] {
  if (problems.length === 0) return [];
  return [
    ...problems,
    "Verbeter of verwijder deze bestanden, of ga verder zonder: --zonder-onbekende-bestanden",
  ];
}

function sameFiles(files: ReadFile[]): string[] {
  return files.flatMap((file, i) => {
    const first = files.findIndex(({ sha256 }) => sha256 === file.sha256);
    return first < i
      ? [`${file.name} is gelijk aan ${files[first].name} en zou dubbel tellen. Verwijder een van beide.`]
      : [];
  });
}

function overlaps(extracts: Extract[]): string[] {
  const kindsFound = [...new Set(extracts.map(({ kind }) => kind))];
  return kindsFound.flatMap((kind) => {
    const files = extracts.filter((extract) => extract.kind === kind);
    return files.length > 1 ? (overlap(files) ?? []) : [];
  });
}

/** Writes beside the file and then puts it in its place, so that a failure leaves what was there. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (error) {
    // Where nothing could be written there is nothing to remove; the first error is the one to tell.
    await rm(beside, { force: true }).catch(() => undefined);
    throw diskError(error, path);
  }
}
