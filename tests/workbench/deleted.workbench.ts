import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "../..");
const kept = ["src", "functions", "taskpane", "cli", "assets", "samples", "scripts"];
const files = ["manifest.xml", "webpack.config.js", "package.json", "package-lock.json", "tsconfig.json"];

describe("a project of which the folder workbench/ is deleted", () => {
  const copy = mkdtempSync(join(tmpdir(), "knap-zonder-werkbank-"));
  beforeAll(() => {
    for (const name of [...kept, ...files]) cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  it("builds the add-in and the command line", () => {
    const build = 'import("./scripts/set-up.mjs").then(({ ensureBuild }) => ensureBuild())';
    const { status, stderr } = spawnSync(process.execPath, ["--eval", build], {
      cwd: copy,
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "Bouwen...\n" });
    const built = ["dist/functions.js", "dist/taskpane.html", "dist/manifest.xml", "build/knap.js"];
    expect(built.filter((path) => !existsSync(join(copy, path)))).toEqual([]);
    expect(existsSync(join(copy, "build/workbench"))).toBe(false);
  });
});
