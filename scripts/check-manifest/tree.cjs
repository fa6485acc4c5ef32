/**
 * A manifest as a tree of elements that know their line:
 * { name, attributes, children, text, line, parent }. Names are without prefix, for the schema has seen to
 * the namespaces.
 */
const { XMLParser } = require("fast-xml-parser");

const parser = new XMLParser({
  preserveOrder: true,
  captureMetaData: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  removeNSPrefix: true,
  parseTagValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});
const place = XMLParser.getMetaDataSymbol();

/** @returns {object} the root element */
function readTree(xmlText) {
  const toElements = (nodes, parent) =>
    nodes
      .filter((node) => !("#text" in node))
      .map((node) => {
        const name = Object.keys(node).find((key) => key !== ":@");
        const line = xmlText.slice(0, node[place].startIndex).split("\n").length;
        const text = node[name].map((child) => child["#text"] ?? "").join("");
        const element = { name, attributes: node[":@"] ?? {}, text, line, parent };
        element.children = toElements(node[name], element);
        return element;
      });
  return toElements(parser.parse(xmlText), undefined)[0];
}

/** The element and all that is below it, in the order of the file. */
function all(element) {
  return [element, ...element.children.flatMap(all)];
}

/** The elements of that name, anywhere below. */
function named(element, name) {
  return all(element).filter((other) => other.name === name);
}

/** The element at the end of a path of names, or undefined. */
function at(element, ...path) {
  return path.reduce((found, name) => found?.children.find((child) => child.name === name), element);
}

module.exports = { readTree, all, named, at };
