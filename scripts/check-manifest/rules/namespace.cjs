/**
 * The namespace is a name that Excel takes before the dot of a function: a letter first, then letters,
 * digits, dots and underscores, three characters or more.
 * https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-naming
 */
const { named } = require("../tree.cjs");

module.exports = function namespace(root) {
  const resid = named(root, "Namespace")[0]?.attributes.resid;
  return named(root, "String")
    .filter(({ attributes }) => attributes.id === resid)
    .filter(({ attributes }) => !/^[A-Z][A-Z0-9._]{2,}$/i.test(attributes.DefaultValue))
    .map(({ line, attributes: { DefaultValue } }) => ({
      line,
      text: `"${DefaultValue}" cannot be a namespace: a letter, then letters, digits, dots and underscores`,
    }));
};
