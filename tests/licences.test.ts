import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..");
const packageOf = (folder: string) =>
  JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as {
    dependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
    license?: string;
  };

/** Licences under which a package may go into a work under the EUPL-1.2. */
const agreeable = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD"];

/** The packages that the built files hold, with what they in turn depend on. */
function shipped(names: string[]): string[] {
  return names.flatMap((name) => [
    name,
    ...shipped(Object.keys(packageOf(`node_modules/${name}`).dependencies ?? {})),
  ]);
}

describe("the packages", () => {
  const { dependencies = {}, devDependencies = {} } = packageOf(".");

  it.each(shipped(Object.keys(dependencies)))("that are shipped agree with the EUPL: %s", (name) => {
    expect(agreeable).toContain(packageOf(`node_modules/${name}`).license);
  });

  it("are pinned to one version each", () => {
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
