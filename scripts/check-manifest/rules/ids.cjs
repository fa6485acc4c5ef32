/**
 * No id stands twice. Microsoft asks this of the resources among themselves, of the tabs, the groups and
 * the controls; over the whole manifest is easier to keep and to read.
 * https://learn.microsoft.com/javascript/api/manifest/resources, …/customtab, …/group, …/control
 */
const { all } = require("../tree.cjs");

module.exports = function ids(root) {
  const seen = new Map();
  return all(root).flatMap(({ line, attributes: { id } }) => {
    if (id === undefined) return [];
    if (seen.has(id))
      return [{ line, text: `the id "${id}" is a duplicate of the one on line ${seen.get(id)}` }];
    seen.set(id, line);
    return [];
  });
};
