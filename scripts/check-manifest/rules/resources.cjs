/**
 * Every resid points at a resource of the right kind, and every resource is used.
 * https://learn.microsoft.com/javascript/api/manifest/resources
 */
const { all, at } = require("../tree.cjs");

/** Where the resource of an element that has a resid must stand. */
const kindOf = {
  Image: "Images",
  Runtime: "Urls",
  SourceLocation: "Urls",
  FunctionFile: "Urls",
  LearnMoreUrl: "Urls",
  Label: "ShortStrings",
  Title: "ShortStrings",
  Namespace: "ShortStrings",
  Description: "LongStrings",
};

module.exports = function resources(root) {
  const overrides = at(root, "VersionOverrides");
  const defined = at(overrides, "Resources")?.children.flatMap((kind) => kind.children) ?? [];
  const uses = all(root).filter((element) => "resid" in element.attributes);

  const wrong = uses.flatMap(({ name, line, attributes: { resid } }) => {
    const kinds = defined
      .filter((resource) => resource.attributes.id === resid)
      .map((one) => one.parent.name);
    if (kinds.length === 0)
      return [{ line, text: `<${name}> uses the resource "${resid}", which is not defined` }];
    if (kinds.includes(kindOf[name])) return [];
    return [{ line, text: `<${name}> uses "${resid}" from ${kinds[0]}, but needs one from ${kindOf[name]}` }];
  });
  const idle = defined
    .filter((resource) => !uses.some((use) => use.attributes.resid === resource.attributes.id))
    .map(({ line, attributes }) => ({
      line,
      text: `the resource "${attributes.id}" is defined but never used`,
    }));
  return [...wrong, ...idle];
};
