/**
 * Holds a manifest against the schemas in schema/, with libxml2, and puts what libxml2 says in plain words.
 *
 * Microsoft's own check, office-addin-manifest, sends the manifest to a server; ours works offline:
 * https://learn.microsoft.com/office/dev/add-ins/testing/troubleshoot-manifest
 */
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { validateXML } = require("xmllint-wasm");

const [manifest, ...imported] = ["manifest.xsd", "overrides.xsd", "basic-types.xsd"].map((fileName) => ({
  fileName,
  contents: readFileSync(join(__dirname, "schema", fileName), "utf8"),
}));

/** What a value has to be, by the pattern or the list of values that libxml2 quotes when it is not. */
const meanings = new Map();
for (const { contents } of [manifest, ...imported]) {
  for (const [type] of contents.matchAll(/<xs:simpleType[\s\S]*?<\/xs:simpleType>/g)) {
    const meaning = /<xs:documentation>(.*)<\/xs:documentation>/.exec(type)[1];
    const pattern = /<xs:pattern value="(.*?)"/.exec(type);
    const values = [...type.matchAll(/<xs:enumeration value="(.*?)"/g)].map(([, value]) => `'${value}'`);
    if (pattern) meanings.set(`'${pattern[1]}'`, meaning);
    if (values.length > 0) meanings.set(`{${values.join(", ")}}`, meaning);
  }
}

/** libxml2's sentences, and ours in their place. */
const phrases = [
  [
    /^\[facet '(?:pattern|enumeration)'\] The value '([\s\S]*)' is not (?:accepted by the pattern|an element of the set) (.*)\.$/,
    (_, value, rule) => `"${value}" will not do: it has to be ${meanings.get(rule) ?? rule}`,
  ],
  [/^\[facet 'maxLength'\] .*'(\d+)'; .*'(\d+)'\.$/, "has $1 characters, where $2 is the most"],
  [/^\[facet 'minLength'\] .*$/, "is empty"],
  [
    /^This element is not expected\. Expected is (?:one of )?\( (.*) \)\.$/,
    "is not expected here, but $1 is",
  ],
  [/^This element is not expected\.$/, "is not expected here"],
  [/^Missing child element\(s\)\. Expected is (?:one of )?\( (.*) \)\.$/, "lacks a child: $1 is expected"],
  [/^The attribute '(.*)' is required but missing\.$/, "lacks the attribute $1"],
  [/^The attribute '(.*)' is not allowed\.$/, "may not have the attribute $1"],
  [/^The QName value '(.*)' of the xsi:type .*$/, 'the xsi:type "$1" is none that KNAP can use here'],
  [/^The type definition is abstract\.$/, "lacks a valid xsi:type"],
];

/** One message of libxml2, such as "Element '{namespace}Id': [facet 'pattern'] …". */
function inPlainWords(message) {
  const bare = message.replace(/^Schemas validity error : /, "").replaceAll(/\{http:[^}]*\}/g, "");
  const parts = /^Element '([^']*)'(?:, attribute '([^']*)')?: ([\s\S]*)$/.exec(bare);
  if (!parts) return bare;
  const [, element, attribute, sentence] = parts;
  const known = phrases.find(([pattern]) => pattern.test(sentence));
  const ours = known === undefined ? sentence : sentence.replace(...known);
  return `<${element}${attribute ? ` ${attribute}` : ""}> ${ours}`;
}

/** Whether an error only follows from another: a type that is not known leaves the element without one. */
function isWake({ message, loc }, errors) {
  const isCause = (other) => other.loc.lineNumber === loc.lineNumber && other.message.includes("xsi:type");
  return message.endsWith("The type definition is abstract.") && errors.some(isCause);
}

/**
 * The faults in form, as { line, text }. A manifest that is not well-formed gives the first fault only
 * (what follows is its wake) and `wellFormed: false`: it has no elements to look at further.
 */
async function checkSchema(xmlText) {
  const { valid, errors, rawOutput } = await validateXML({
    xml: [{ fileName: "manifest.xml", contents: xmlText }],
    schema: [manifest],
    preload: imported,
  });
  const located = errors.filter((error) => error.loc !== null);
  if (!valid && located.length === 0) throw new Error(`xmllint could not read the manifest: ${rawOutput}`);

  const broken = located.find((error) => error.message.includes("parser error"));
  if (broken) {
    const text = `not well-formed XML: ${broken.message.replace(/^.*parser error : /, "")}`;
    return { wellFormed: false, faults: [{ line: broken.loc.lineNumber, text }] };
  }
  const faults = located
    .filter((error) => !isWake(error, located))
    .map(({ loc, message }) => ({ line: loc.lineNumber, text: inPlainWords(message) }));
  return { wellFormed: true, faults };
}

module.exports = { checkSchema };
