import { access, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, extname, resolve } from "node:path";
import {
  allRemarks,
  datasetOf,
  faultyRowsLine,
  inspectFiles,
  type ReadFile,
} from "../src/scorecard/inspect-files";
import { thresholdProblem } from "../src/extracts/suppress";
import { rowsLeftOutForReader } from "../src/scorecard/small-counts";
import { planWorkbook } from "../src/scorecard/plan-workbook";
import { renderXlsx } from "../src/workbook/render-xlsx";
import packageJson from "../package.json";
import { csvFiles, diskError, faultLines, readTogether } from "./read-files";
import { scorecardAsJson, scorecardAsText } from "./show-scorecard";
import { exitCode, InputError, UsageError } from "./usage-error";

export interface ScorecardOptions {
  output?: string;
  replace: boolean;
  skipFaultyRows: boolean;
  skipUnknownFiles: boolean;
  json: boolean;
  /** Counts of fewer persons than this are withheld. */
  threshold?: number;
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
  const problem = options.threshold === undefined ? null : thresholdProblem(options.threshold);
  if (problem !== null) throw new UsageError(`${problem} Bijvoorbeeld: --drempel 15`);
  await refuseToReplace(output, options.replace);
  const files = await readTogether(await csvFiles(folder));
  refuseUnusable(files, options);
  const dataset = datasetOf(files, { threshold: options.threshold });
  const plan = planWorkbook(dataset, {
    version: packageJson.version,
    moment: new Date(),
  });
  await writeWhole(output, await renderXlsx(plan));

  if (options.json) {
    console.log(
      JSON.stringify(
        { bestand: resolve(output), ...scorecardAsJson(plan), opmerkingen: allRemarks(dataset) },
        null,
        2,
      ),
    );
  } else {
    console.log(scorecardAsText(plan));
    allRemarks(dataset).forEach((line) => console.log(`Let op: ${line}`));
    for (const source of dataset.sources) {
      const leftOut = rowsLeftOutForReader(source, dataset.threshold);
      if (leftOut !== 0) console.log(`\n${source.fileName}: ${leftOut} regels met een fout zijn weggelaten.`);
    }
    console.log(`\nDe werkmap staat in ${resolve(output)}`);
  }
  return exitCode.done;
}

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

/** Throws an error that names everything that stands in the way. */
function refuseUnusable(
  files: ReadFile[],
  { skipFaultyRows, skipUnknownFiles }: Pick<ScorecardOptions, "skipFaultyRows" | "skipUnknownFiles">,
): void {
  const { extracts, unknown, obstacles, faulty, remarks } = inspectFiles(files);
  if (extracts.length === 0) {
    throw new InputError(
      ["Geen van de bestanden is een extract dat KNAP kent:", ...unknown.map((line) => `  ${line}`)].join(
        "\n",
      ),
    );
  }
  const lines = [...(skipUnknownFiles ? [] : unknownObstacle(unknown)), ...obstacles];
  if (faulty.length > 0 && !skipFaultyRows) {
    lines.push(
      ...faulty.flatMap((extract) => [
        faultyRowsLine(extract),
        ...faultLines(extract, MOST_FAULTS_SHOWN, `; meer fouten: knap controleer ${extract.fileName}`),
      ]),
      "Verbeter deze regels, of ga verder zonder: --zonder-foute-regels",
    );
  }
  if (lines.length > 0)
    throw new InputError([...lines, ...remarks.map((line) => `Let op: ${line}`)].join("\n"));
}

function unknownObstacle(problems: string[]): string[] {
  if (problems.length === 0) return [];
  return [
    ...problems,
    "Verbeter of verwijder deze bestanden, of ga verder zonder: --zonder-onbekende-bestanden",
  ];
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
