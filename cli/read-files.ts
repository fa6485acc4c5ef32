import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { rowsProblem, sizeProblem, togetherProblem } from "../src/extracts/file-size";
import { readExtract, type Extract } from "../src/extracts/read-extract";
import { rowsOf, type ReadFile } from "../src/scorecard/inspect-files";
import { InputError } from "./usage-error";

/** What the operating system says, in Dutch, with what to do. */
const diskMessages: Record<string, string> = {
  ENOENT: "bestaat niet. Controleer de naam en de map.",
  EACCES: "mag niet worden gelezen of geschreven. Vraag om rechten of kies een andere map.",
  EPERM:
    "mag niet worden gelezen of geschreven. Is het open in Excel? Sluit het dan; vraag anders om rechten.",
  ENAMETOOLONG: "heeft een te lange naam. Kies een kortere.",
  EBUSY: "is in gebruik. Sluit het in Excel en probeer het opnieuw.",
  EISDIR: "is een map, geen bestand.",
  ENOTDIR: "is een bestand, geen map.",
  EEXIST: "kan niet worden gemaakt: een map in het pad is een bestand.",
  ENOSPC: "past niet meer op de schijf. Maak ruimte en probeer het opnieuw.",
  EROFS: "staat op een schijf waarop niet geschreven kan worden. Kies een andere map.",
};

/** Turns an error of the disk into a Dutch sentence about the path; other errors stay what they are. */
export function diskError(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? "";
  return code in diskMessages ? new InputError(`${path} ${diskMessages[code]}`) : error;
}

/** Reads a file, unless it is too large to be read: that is said before its bytes are in the memory. */
export async function readOne(path: string): Promise<ReadFile> {
  try {
    const name = basename(path);
    const tooLarge = sizeProblem((await stat(path)).size);
    if (tooLarge !== null)
      return { name, sha256: "", reading: { ok: false, problem: `${name}: ${tooLarge}` } };
    const bytes = await readFile(path);
    return {
      name,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      reading: readExtract({ name, bytes }),
    };
  } catch (error) {
    throw diskError(error, path);
  }
}

/** Reads files of which the extracts are kept together: one after the other, so that only one is there in full. */
export async function readTogether(paths: readonly string[]): Promise<ReadFile[]> {
  const sizes = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ size }) => (sizeProblem(size) === null ? size : 0),
        (error: unknown) => {
          throw diskError(error, path);
        },
      ),
    ),
  );
  const tooLarge = togetherProblem(sizes);
  if (tooLarge !== null) throw new InputError(tooLarge);
  const files: ReadFile[] = [];
  for (const path of paths) {
    files.push(await readOne(path));
    refuseTooManyRows(files);
  }
  return files;
}

function refuseTooManyRows(files: readonly ReadFile[]): void {
  const problem = rowsProblem(rowsOf(files));
  if (problem !== null) throw new InputError(problem);
}

/** The CSV files of a folder, by name. */
export async function csvFiles(folder: string): Promise<string[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    throw diskError(error, folder);
  }
  const csv = names
    .filter((name) => name.toLowerCase().endsWith(".csv"))
    .sort((a, b) => a.localeCompare(b, "nl"));
  if (csv.length === 0) {
    const found = names.length === 0 ? "De map is leeg." : `Gevonden: ${names.slice(0, 5).join(", ")}.`;
    throw new InputError(
      `In ${folder} staat geen CSV-bestand. ${found} Zet de extracten als .csv in deze map.`,
    );
  }
  return csv.map((name) => join(folder, name));
}

/** The first faults of an extract as lines for the user, and how many more there are. */
export function faultLines({ faults, faultCount }: Extract, most: number, seeMore = ""): string[] {
  const shown = faults.slice(0, most).map(({ message }) => `  ${message}`);
  const more = faultCount - shown.length;
  return more > 0 ? [...shown, `  ... en nog ${more}${seeMore}`] : shown;
}
