/**
 * The requirement sets are just the floor: less lets KNAP in where it breaks, more shuts people out.
 * Together they mean Excel 2021 and later, Microsoft 365, Excel on the web and on the Mac.
 * https://learn.microsoft.com/javascript/api/requirement-sets/excel/excel-api-requirement-sets
 * https://learn.microsoft.com/javascript/api/requirement-sets/excel/custom-functions-requirement-sets
 * https://learn.microsoft.com/javascript/api/requirement-sets/common/shared-runtime-requirement-sets
 */
const { at } = require("../tree.cjs");

const floor = { SharedRuntime: "1.1", CustomFunctionsRuntime: "1.3", ExcelApi: "1.12" };

module.exports = function requirements(root) {
  const sets = at(root, "Requirements", "Sets");
  if (sets === undefined) return []; // The schema has said that there are none.

  const missing = Object.entries(floor)
    .filter(([name]) => !sets.children.some((set) => set.attributes.Name === name))
    .map(([name, version]) => ({
      line: sets.line,
      text: `the requirement set ${name} ${version} is missing`,
    }));
  const wrong = sets.children
    .filter(({ attributes: { Name, MinVersion } }) => floor[Name] !== MinVersion)
    .map(({ line, attributes: { Name, MinVersion } }) => ({
      line,
      text: `the requirement set ${Name} ${MinVersion} is not the floor (${floor[Name] ?? "it asks for no such set"})`,
    }));
  return [...missing, ...wrong];
};
