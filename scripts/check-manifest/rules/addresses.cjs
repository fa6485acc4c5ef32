/**
 * All addresses have one base, that of the pane: the build moves the add-in to another server by replacing
 * that base, and an address with another one would stay behind.
 */
const { all, at } = require("../tree.cjs");

/** The address of the folder that the pane's page stands in, such as https://localhost:3000/. */
function baseOf(root) {
  const pane = at(root, "DefaultSettings", "SourceLocation")?.attributes.DefaultValue;
  return pane?.replace(/[^/]*$/, "");
}

function addresses(root, { base: expected }) {
  const base = baseOf(root);
  if (base === undefined) return []; // The schema has said that the pane's address is missing.
  const others = all(root).flatMap(({ name, line, attributes: { DefaultValue, Value } }) =>
    [DefaultValue, Value]
      .filter((address) => /^https:/.test(address) && !address.startsWith(base))
      .map((address) => ({ line, text: `<${name}> ${address} is not below ${base}, where the pane stands` })),
  );
  if (expected === undefined || base === expected) return others;
  const { line } = at(root, "DefaultSettings", "SourceLocation");
  return [{ line, text: `the base address is ${base}, where ${expected} is expected` }, ...others];
}

module.exports = { addresses, baseOf };
