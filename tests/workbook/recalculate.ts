import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Workbook } from "@cj-tech-master/excelts";

/** Makes LibreOffice calculate every formula when it opens a file; without it, cells with a cached value keep it. */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Opens an .xlsx file in LibreOffice, has it calculate every formula, and reads what it saved. */
export async function recalculate(xlsx: Uint8Array): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(convert(xlsx, "xlsx"));
  return workbook;
}

/** The first sheet of an .xlsx file as LibreOffice shows it, as CSV. */
export const shownAsCsv = (xlsx: Uint8Array): string =>
  convert(xlsx, "csv", "csv:Text - txt - csv (StarCalc):44,34,76").toString("utf8");

function convert(xlsx: Uint8Array, extension: string, filter = extension): Buffer {
  const soffice = process.env.SOFFICE;
  if (!soffice) throw new Error("SOFFICE does not say where LibreOffice is; run these tests with npm test.");
  const folder = mkdtempSync(join(tmpdir(), "knap-"));
  try {
    const profile = join(folder, "profile");
    mkdirSync(join(profile, "user"), { recursive: true });
    writeFileSync(join(profile, "user", "registrymodifications.xcu"), alwaysRecalculate);
    writeFileSync(join(folder, "in.xlsx"), xlsx);
    const out = join(folder, "out");
    const result = spawnSync(
      soffice,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        "--headless",
        "--norestore",
        "--convert-to",
        filter,
        "--outdir",
        out,
        join(folder, "in.xlsx"),
      ],
      { encoding: "utf8", timeout: 100_000 },
    );
    if (result.status !== 0) throw new Error(`LibreOffice: ${result.stdout}${result.stderr}`);
    return readFileSync(join(out, `in.${extension}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
