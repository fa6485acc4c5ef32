/**
 * Every text a user sees is there in both languages: by default Dutch, with one English override.
 * https://learn.microsoft.com/office/dev/add-ins/develop/localization
 *
 * The namespace is the exception: it has no translation, or a formula would read differently for a
 * colleague whose Excel speaks another language.
 */
const { at, named } = require("../tree.cjs");

const [fallback, translation] = ["nl-NL", "en-US"];

module.exports = function locales(root) {
  const start = at(root, "DefaultLocale");
  const namespace = named(root, "Namespace")[0]?.attributes.resid;
  const texts = [at(root, "DisplayName"), at(root, "Description"), ...named(root, "String")];

  const wrong = texts
    .filter((text) => text !== undefined)
    .flatMap(({ name, line, attributes: { id }, children }) => {
      const what = id === undefined ? `<${name}>` : `the text "${id}"`;
      const languages = children.map((override) => override.attributes.Locale).join(", ") || "no language";
      const wanted = id !== undefined && id === namespace ? "no language" : translation;
      if (languages === wanted) return [];
      return [{ line, text: `${what} is translated into ${languages}, where ${wanted} is expected` }];
    });
  if (start?.text !== translation) return wrong; // Any other language is refused by the schema.
  const text = `<DefaultLocale> is ${translation}, where ${fallback} is expected`;
  return [{ line: start.line, text }, ...wrong];
};
