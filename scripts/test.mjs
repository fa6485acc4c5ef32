// npm test: sets up what is missing and runs every check; the last line counts them.
import { program } from "./programs.mjs";
import { ensurePackages, hasWorkbench, runNode } from "./set-up.mjs";

const jest = (args, env) => runNode("node_modules/jest/bin/jest.js", args, { env });

/** Tests that need another program. */
function jestWith(name, config, files = []) {
  const { found, how, env } = program(name);
  return found ? jest(["--config", config, ...files], env).code === 0 : how;
}

/** Each check gives true or false, or a sentence that says how to get the program that it needs. */
const checks = {
  types: () => runNode("node_modules/typescript/bin/tsc", ["--noEmit"]).code === 0,
  lint: () => runNode("node_modules/eslint/bin/eslint.js", ["."]).code === 0,
  format: () =>
    runNode("node_modules/prettier/bin/prettier.cjs", ["--check", "--log-level", "warn", "."]).code === 0,
  build: () => {
    const { code, output } = runNode("node_modules/webpack/bin/webpack.js", [], { quiet: true });
    if (code !== 0) console.log(output);
    return code === 0;
  },
  manifest: () =>
    ["manifest.xml", "dist/manifest.xml"].every(
      (file) => runNode("scripts/check-manifest.cjs", [file]).code === 0,
    ),
  "unit tests, functions and metadata": () => jest([]).code === 0,
  "workbook in LibreOffice": () => jestWith("libreOffice", "jest.libreoffice.config.js"),
};
/** Of a folder that can be deleted, with its tests. */
const checksOfWorkbench = {
  "workbench in Node, with Microsoft's Office.js; not in Excel": () =>
    jest(["--config", "jest.workbench.config.js", "--maxWorkers", "100%", "workbench.ts$"]).code === 0,
  "workbench in Chromium, with Microsoft's Office.js; not in Excel": () =>
    jestWith("chromium", "jest.workbench.config.js", ["browser.ts$"]),
};

ensurePackages();
const mustRunAll = process.env.CI === "true";
const lines = [];
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const [name, check] of Object.entries({ ...checks, ...(hasWorkbench && checksOfWorkbench) })) {
  console.log(`\n== ${name}`);
  const started = Date.now();
  const outcome = check();
  const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`;
  if (typeof outcome === "string" && !mustRunAll) {
    counts.skipped += 1;
    lines.push(`not run  ${name}: ${outcome}`);
  } else if (outcome === true) {
    counts.passed += 1;
    lines.push(`ok       ${name} (${seconds})`);
  } else {
    counts.failed += 1;
    lines.push(`FAILED   ${name} (${seconds})${typeof outcome === "string" ? `: ${outcome}` : ""}`);
  }
}
console.log(`\n${lines.join("\n")}\n`);
console.log(
  `checks: ${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ""}`,
);
process.exit(counts.failed > 0 ? 1 : 0);
