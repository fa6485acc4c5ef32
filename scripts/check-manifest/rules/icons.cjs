/**
 * Every icon stands in the assets folder, as a PNG of just the size that the manifest says it has; Excel
 * shows a blank or a blurred button otherwise, without an error.
 * https://learn.microsoft.com/javascript/api/manifest/image, …/iconurl, …/highresolutioniconurl
 */
const { existsSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { at, named } = require("../tree.cjs");
const { baseOf } = require("./addresses.cjs");

/** The sizes that no icon on the ribbon may do without. */
const mandatory = ["16", "32", "80"];

/** The width and height of a PNG, from its first chunk: https://www.w3.org/TR/png-3/#11IHDR */
function sizeOf(file) {
  const bytes = readFileSync(file);
  const isPng = bytes.length > 24 && bytes.toString("latin1", 1, 4) === "PNG";
  return isPng ? `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}` : "no PNG";
}

/** What is wrong with the icon at an address, or undefined. */
function faultOf(address, size, base, folder) {
  const icons = `${base}assets/`;
  const name = address.startsWith(icons) ? address.slice(icons.length) : "";
  if (!/^[\w-]+\.png$/.test(name)) return `the icon ${address} is not a PNG below ${icons}`;
  if (!existsSync(join(folder, name))) return `the icon assets/${name} does not exist`;
  const actual = sizeOf(join(folder, name));
  if (actual !== `${size}x${size}`)
    return `the icon assets/${name} is ${actual}, where ${size}x${size} is stated`;
  return undefined;
}

/** The addresses of a setting or a resource, in every language. */
function addressesOf(element) {
  return [element.attributes.DefaultValue, ...element.children.map((override) => override.attributes.Value)];
}

module.exports = function icons(root, { assetsFolder }) {
  const base = baseOf(root);
  if (base === undefined) return []; // The schema has said that the pane's address is missing.
  const resources = named(root, "Images").flatMap((images) => images.children);
  const missing = named(root, "Icon").flatMap(({ line, children }) =>
    mandatory
      .filter((size) => !children.some((image) => image.attributes.size === size))
      .map((size) => ({ line, text: `this <Icon> lacks the mandatory size ${size}` })),
  );
  const stated = [
    { element: at(root, "IconUrl"), size: "32" },
    { element: at(root, "HighResolutionIconUrl"), size: "64" },
    ...named(root, "Icon").flatMap(({ children }) =>
      children.map(({ attributes: { size, resid } }) => ({
        element: resources.find((resource) => resource.attributes.id === resid),
        size,
      })),
    ),
  ].filter(({ element }) => element !== undefined);
  const wrong = stated.flatMap(({ element, size }) =>
    addressesOf(element)
      .map((address) => faultOf(address ?? "", size, base, assetsFolder))
      .filter((text) => text !== undefined)
      .map((text) => ({ line: element.line, text })),
  );
  return [...missing, ...wrong];
};
