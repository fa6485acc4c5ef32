import { ESLint } from "eslint";
import { resolve } from "node:path";

/** Lints a one-line module as if it stood at `path`, and gives the ids of the rules that object. */
async function objections(path: string, code: string): Promise<(string | null)[]> {
  const eslint = new ESLint({ cwd: resolve(__dirname, "..") });
  const [result] = await eslint.lintText(code, { filePath: resolve(__dirname, "..", path) });
  return result.messages.map((message) => message.ruleId);
}

const statistics = "src/statistics/measure-error.ts";

describe("the house rules of the imports", () => {
  it("keep the statistics free of the scorecard", async () => {
    expect(await objections(statistics, 'export * from "../extracts/kinds";')).toContain(
      "import-x/no-restricted-paths",
    );
  });

  it("keep everything in src free of the functions", async () => {
    expect(await objections(statistics, 'export * from "../../functions/nps";')).toContain(
      "import-x/no-restricted-paths",
    );
  });

  it("keep Office.js out of the measures", async () => {
    expect(await objections(statistics, "export const host = Office.context.host;")).toContain(
      "no-restricted-globals",
    );
  });
});
