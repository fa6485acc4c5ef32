import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");
const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(root, "scripts", script), ...args], { cwd: root, encoding: "utf8" });

/** The commands of package.json, where there is no one to look on. */
describe("npm start", () => {
  it("makes the workbook of the samples, and sees the workbench answer over https", () => {
    const { status, stdout } = run("start.mjs", "--eenmalig");
    expect(stdout).toMatch(/De werkbank antwoordt op https:\/\/localhost:\d+\/werkbank\/\?voorbeeld\./);
    expect(status).toBe(0);
    expect(existsSync(join(root, "out", "Scorecard Samen voor Zuid.xlsx"))).toBe(true);
  });
});

// Elsewhere it would ask for a certificate and start Excel.
if (process.platform === "linux")
  describe("npm run start:excel where there is no Excel", () => {
    it("says so, and what to do instead", () => {
      const { status, stderr } = run("start-excel.mjs");
      expect(stderr).toMatch(
        /^Excel is er voor Windows en Mac, niet voor dit besturingssysteem\. Met npm start/,
      );
      expect(status).toBe(1);
    });
  });
