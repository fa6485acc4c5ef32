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
        "xlsx",
        "--outdir",
        out,
        join(folder, "in.xlsx"),
      ],
      { encoding: "utf8", timeout: 100_000 },
    );
    if (result.status !== 0) throw new Error(`LibreOffice: ${result.stdout}${result.stderr}`);
    const workbook = new Workbook();
    await workbook.xlsx.load(readFileSync(join(out, "in.xlsx")));
    return workbook;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
