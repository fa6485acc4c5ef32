import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { functionRecords } from "../../src/measures";

const dist = join(__dirname, "../../dist");

interface Metadata {
  id: string;
  name: string;
  description: string;
  helpUrl: string;
  parameters: {
    name: string;
    description: string;
    optional?: boolean;
    dimensionality?: string;
    type: string;
  }[];
  result: { dimensionality?: string };
  options: { requiresParameterAddresses?: boolean };
}

const { functions, ...options } = JSON.parse(readFileSync(join(dist, "functions.json"), "utf8")) as {
  functions: Metadata[];
  allowCustomDataForDataTypeAny?: boolean;
};

/** The ids that the built functions register, as Excel would see them. */
function registeredIds(): string[] {
  const ids: string[] = [];
  vm.runInNewContext(readFileSync(join(dist, "functions.js"), "utf8"), {
    CustomFunctions: { associate: (id: string) => ids.push(id) },
  });
  return ids;
}

describe("functions.json, as the build writes it from the doc comments", () => {
  it("has the ids that the bundle registers, and those of the records", () => {
    const ids = functions.map(({ id }) => id).sort();
    expect(ids).toEqual(registeredIds().sort());
    expect(ids).toEqual(functionRecords.map(({ id }) => id).sort());
  });

  // Both options together crash volume-licensed Excel 2021, our floor (office-js #4385).
  it("lets data types and errors in, by the one option that covers both", () => {
    expect(options).toEqual({ allowCustomDataForDataTypeAny: true });
  });

  // Excel stores the id in workbooks and shows the name: they must stay the same, or files of users break.
  it.each(functions)(
    "gives $id a name that is its id, in letters that every Excel accepts",
    ({ id, name }) => {
      expect(name).toBe(id);
      expect(id).toMatch(/^[A-Z][A-Z0-9]*(\.[A-Z][A-Z0-9]*)*$/);
      expect(id.length).toBeGreaterThanOrEqual(3);
    },
  );

  it.each(functions)("describes $id and every argument of it", ({ description, parameters }) => {
    expect(description.length).toBeGreaterThan(20);
    for (const parameter of parameters) expect(parameter.description.length).toBeGreaterThan(10);
  });

  it.each(functions)(
    "gives $id the arguments of its record: names, order, range or value, optional or not",
    ({ id, parameters }) => {
      const record = functionRecords.find((candidate) => candidate.id === id);
      const expected = Object.entries(record?.arguments ?? {}).map(([name, { optional, shape }]) => ({
        name,
        optional,
        shape,
        type: "any",
      }));
      expect(
        parameters.map(({ name, optional = false, dimensionality = "scalar", type }) => ({
          name,
          optional,
          shape: dimensionality,
          type,
        })),
      ).toEqual(expected);
    },
  );

  it.each(functions)("puts the optional arguments of $id last", ({ parameters }) => {
    const optional = parameters.map((parameter) => parameter.optional === true);
    expect(optional).toEqual([...optional].sort());
  });

  // Excel gives the addresses of the arguments only to a function with a matrix as result.
  it.each(functions)(
    "asks for the addresses of the arguments of $id, to tell a blank from a 0",
    ({ options, result }) => {
      expect(options.requiresParameterAddresses).toBe(true);
      expect(result.dimensionality).toBe("matrix");
    },
  );

  it.each(functions)("points the help of $id at its section of the manual", ({ id, helpUrl }) => {
    expect(helpUrl).toBe(`https://localhost:3000/handleiding.html#${id.toLowerCase().replaceAll(".", "-")}`);
  });
});
