import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { readExtract, type Extract } from "../src/extracts/read-extract";
import type { ReadFile } from "../src/scorecard/inspect-files";
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

export async function readOne(path: string): Promise<ReadFile> {
  try {
    const bytes = await readFile(path);
    const name = basename(path);
    return {
      name,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      reading: readExtract({ name, bytes }),
    };
  } catch (error) {
    throw diskError(error, path);
  }
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

/** The faults of an extract as lines for the user: all, or the first ones and how to see the others. */
export function faultLines({ faults, fileName }: Extract, most = Infinity): string[] {
  const shown = faults.slice(0, most).map(({ message }) => `  ${message}`);
  const more = faults.length - shown.length;
  return more > 0 ? [...shown, `  ... en nog ${more}; alle fouten: knap controleer ${fileName}`] : shown;
}
