/**
 * The pane, the functions and the commands name the shared runtime by one and the same resid, and the base
 * manifest opens that very page; with two names Excel starts two runtimes, silently.
 * https://learn.microsoft.com/office/dev/add-ins/develop/configure-your-add-in-to-use-a-shared-runtime
 * https://github.com/OfficeDev/office-js/issues/4338
 */
const { at, named } = require("../tree.cjs");

module.exports = function runtime(root) {
  const shared = named(root, "Runtime")[0]?.attributes.resid;
  if (shared === undefined) return []; // The schema has said that there is no runtime.

  const places = [...named(root, "Page"), ...named(root, "Action")].map((parent) =>
    at(parent, "SourceLocation"),
  );
  const strays = [...places, ...named(root, "FunctionFile")]
    .filter((element) => element !== undefined && element.attributes.resid !== shared)
    .map(({ name, parent, line, attributes: { resid } }) => ({
      line,
      text: `<${parent.name}><${name}> uses "${resid}", where the shared runtime is "${shared}"`,
    }));

  const page = named(root, "Url").find((url) => url.attributes.id === shared)?.attributes.DefaultValue;
  const base = at(root, "DefaultSettings", "SourceLocation");
  if (page === undefined || base === undefined || base.attributes.DefaultValue === page) return strays;
  const text = `<DefaultSettings> opens ${base.attributes.DefaultValue}, where the shared runtime is ${page}`;
  return [{ line: base.line, text }, ...strays];
};
