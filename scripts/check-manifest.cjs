/**
 * Checks the manifest of the add-in offline: its form, and what a form cannot say. Every rule has a file of
 * its own in check-manifest/rules/.
 *
 *   node scripts/check-manifest.cjs [manifest.xml] [--base https://server/folder/]
 *
 * The icons are looked up in the folder assets/ beside the manifest.
 */
const { readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { parseArgs } = require("node:util");
const { checkSchema } = require("./check-manifest/schema.cjs");
const { readTree } = require("./check-manifest/tree.cjs");

const rules = [
  require("./check-manifest/rules/ids.cjs"),
  require("./check-manifest/rules/resources.cjs"),
  require("./check-manifest/rules/addresses.cjs").addresses,
  require("./check-manifest/rules/icons.cjs"),
  require("./check-manifest/rules/locales.cjs"),
  require("./check-manifest/rules/runtime.cjs"),
  require("./check-manifest/rules/requirements.cjs"),
  require("./check-manifest/rules/namespace.cjs"),
];

/**
 * The faults of a manifest, one sentence each, in the order of its lines; an empty list means it is good.
 *
 * @param {string} xmlText
 * @param {{ assetsFolder: string, base?: string }} options where the icons are, and the base address that
 *   the manifest should have (any, if left out)
 * @returns {Promise<string[]>}
 */
async function checkManifest(xmlText, options) {
  const { wellFormed, faults } = await checkSchema(xmlText);
  if (wellFormed) {
    const root = readTree(xmlText);
    faults.push(...rules.flatMap((rule) => rule(root, options)));
  }
  const sentences = faults.sort((a, b) => a.line - b.line).map(({ line, text }) => `line ${line}: ${text}`);
  return [...new Set(sentences)];
}

async function main() {
  const { values, positionals } = parseArgs({
    options: { base: { type: "string" } },
    allowPositionals: true,
  });
  const path = positionals[0] ?? join(__dirname, "..", "manifest.xml");
  const options = { assetsFolder: join(dirname(path), "assets"), base: values.base };
  const faults = await checkManifest(readFileSync(path, "utf8"), options);
  for (const fault of faults) console.error(fault);
  console.log(
    faults.length === 0 ? `${path} is in order.` : `${path}: faults found, ${faults.length} in all.`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}

module.exports = { checkManifest };

if (require.main === module) void main();
