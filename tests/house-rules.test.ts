import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const statistics = "src/statistics/measure-error.ts";

/** Modules of one line that break a rule of the house, each with the file that it pretends to be. */
const breaches = {
  "the statistics look into the extracts": [statistics, 'export * from "../extracts/kinds";'],
  "src looks into the functions": [statistics, 'export * from "../../functions/satisfaction";'],
  "src looks into the pane": ["src/scorecard/dataset.ts", 'export * from "../../taskpane/elements";'],
  "the extracts look into the scorecard": ["src/extracts/kinds.ts", 'export * from "../scorecard/dataset";'],
  "a measure touches Office.js": [statistics, "export const host = Office.context.host;"],
  "a function touches Office.js": ["functions/calculate.ts", "export const run = Excel.run;"],
};
const allowed = {
  "the measures look into the statistics": ["src/measures/cells.ts", 'export * from "../statistics/nps";'],
  "the workbook touches Office.js": ["src/workbook/blank-cells.ts", "export const run = Excel.run;"],
};

/** ESLint loads its configuration as a module, which jest's own loader cannot; so it runs beside jest. */
const lint = `
  import { ESLint } from "eslint";
  const eslint = new ESLint();
  const found = {};
  for (const [name, [filePath, code]] of Object.entries(JSON.parse(process.argv[1]))) {
    const [result] = await eslint.lintText(code, { filePath });
    found[name] = result.messages.map(({ ruleId }) => ruleId);
  }
  console.log(JSON.stringify(found));
`;

function objections(): Record<string, string[]> {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module", "--eval", lint, JSON.stringify({ ...breaches, ...allowed })],
    {
      cwd: resolve(__dirname, ".."),
      encoding: "utf8",
      // Where CI is set, typescript-eslint reads the files on disk once, and not the texts that it is given.
      env: { ...process.env, TSESTREE_SINGLE_RUN: "false" },
    },
  );
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, string[]>;
}

describe("the house rules of the imports", () => {
  const found = objections();

  it.each(Object.keys(breaches))("object when %s", (name) => {
    expect(found[name]).toContainEqual(expect.stringMatching(/no-restricted-(paths|globals)/));
  });

  it.each(Object.keys(allowed))("say nothing when %s", (name) => {
    expect(found[name]).toEqual([]);
  });
});
