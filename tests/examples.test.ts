import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

/** The folders whose exported functions must each have an example that is true. Subfolders are included. */
const complete = ["src/statistics", "src/synthetic-control", "src/dutch", "workbench/formulas"];
/** The folders in which an example need not be, but must be true. */
const others = [
  "src/measures",
  "src/extracts",
  "src/scorecard",
  "src/workbook",
  "workbench/engine",
  "workbench/files",
  "workbench/host",
  "workbench/page",
];

const root = resolve(__dirname, "..");

type Example = { name: string; line: string };
type Exports = Record<string, unknown>;

/** Every `expr // => json` in the `@example` block of a function, with the name of that function. */
function examplesIn(source: string): Example[] {
  const documented =
    /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export\s+(?:async\s+)?(?:function\s*\*?|const)\s+(\w+)/g;
  return [...source.matchAll(documented)].flatMap(([, comment, name]) => {
    const block = /@example\s*\n([\s\S]*)/.exec(comment)?.[1].split(/^\s*\* @/m)[0] ?? "";
    const lines = block.split("\n").map((line) => line.replace(/^\s*\*\s?/, "").trim());
    return lines.filter((line) => line.includes(" // => ")).map((line) => ({ name, line }));
  });
}

/** The names of the exported functions (classes are no functions here) that no example calls. */
function withoutExample(exports: Exports, examples: Example[]): string[] {
  const isFunction = (value: unknown) => typeof value === "function" && !/^class\b/.test(String(value));
  const hasExample = (name: string) =>
    examples.some((example) => example.name === name && new RegExp(`\\b${name}\\b`).test(example.line));
  return Object.keys(exports).filter((name) => isFunction(exports[name]) && !hasExample(name));
}

/** Works out `expr` with the exports in scope, and expects the value that stands behind the arrow. */
async function check({ line }: Example, scope: Exports): Promise<void> {
  const [expression, ...rest] = line.split(" // => ");
  // The examples are our own source text, and to run them as code is what this test is for.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const run = new Function(...Object.keys(scope), `return (${expression});`) as (
    ...args: unknown[]
  ) => unknown;
  expect(await run(...Object.values(scope))).toEqual(closeTo(JSON.parse(rest.join(" // => "))));
}

/** The same value with every number in it replaced by a matcher that allows one part in a million. */
function closeTo(value: unknown): unknown {
  if (typeof value === "number") return new Near(value);
  if (Array.isArray(value)) return value.map(closeTo);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, closeTo(part)]));
}

/** What `toEqual` asks when it compares a number with an example's; as `expect.closeTo`, but relative. */
class Near {
  readonly $$typeof = Symbol.for("jest.asymmetricMatcher");
  constructor(readonly sample: number) {}
  asymmetricMatch(other: unknown): boolean {
    return typeof other === "number" && Math.abs(other - this.sample) <= 1e-6 * Math.abs(this.sample) + 1e-15;
  }
  toString(): string {
    return "Near";
  }
  toAsymmetricMatcher(): string {
    return `Near<${this.sample}>`;
  }
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .map((path) => join(root, folder, path))
    .sort();
}

// The workbench can be deleted.
for (const folder of [...complete, ...others].filter((one) => existsSync(join(root, one)))) {
  describe(`the examples in ${folder}`, () => {
    for (const path of sourcesIn(folder)) {
      const examples = examplesIn(readFileSync(path, "utf8"));

      if (complete.includes(folder)) {
        it(`leave out no exported function of ${relative(join(root, folder), path)}`, async () => {
          expect(withoutExample((await import(path)) as Exports, examples)).toEqual([]);
        });
      }

      for (const example of examples) {
        it(`hold: ${example.line}`, async () => {
          await check(example, { ...((await import(path)) as Exports) });
        });
      }
    }
  });
}

describe("the reader of the examples", () => {
  const source = `
    /** Twice as much.
     *
     * @example
     * double(2) // => 4
     * double(-1) // => -2
     */
    export function double(x: number): number { return 2 * x; }

    /** No example. */
    export function triple(x: number): number { return 3 * x; }

    /**
     * @example
     * double(3) // => 6
     */
    export const half = (x: number) => x / 2;
  `;
  const double = (x: number) => 2 * x;

  it("finds each line of each block", () => {
    expect(examplesIn(source)).toEqual([
      { name: "double", line: "double(2) // => 4" },
      { name: "double", line: "double(-1) // => -2" },
      { name: "half", line: "double(3) // => 6" },
    ]);
  });

  it("names the functions without an example, and those whose example is about another", () => {
    const exports = { double, triple: () => 0, half: () => 0, Class: class {}, constant: 1 };
    expect(withoutExample(exports, examplesIn(source))).toEqual(["triple", "half"]);
  });

  it("objects to an example that is not true", async () => {
    await expect(check({ name: "double", line: "double(2) // => 4.001" }, { double })).rejects.toThrow(
      "Near",
    );
    await expect(
      check({ name: "double", line: "[double(2)] // => [4]" }, { double }),
    ).resolves.toBeUndefined();
  });
});
