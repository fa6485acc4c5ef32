import { readFileSync } from "node:fs";
import { join } from "node:path";
import { blockAt } from "../../workbench/host/model/addresses";
import { rangeOf } from "../../workbench/host/model/range";
import { workbookOf } from "../../workbench/host/model/workbook";
import { nullObject, type HostObject, type ObjectType } from "../../workbench/host/object-model";
import { newestSet } from "../../workbench/host/requirement-sets";
import { addInInNode, type AddInInNode } from "./add-in-in-node";

const types = readFileSync(join(__dirname, "../../node_modules/@types/office-js/index.d.ts"), "utf8");

/** The set that Microsoft's types name for each member of a class; of several the first. */
function setsOf(className: string): Map<string, number> | null {
  const start = types.indexOf(`    class ${className} extends OfficeExtension.ClientObject {`);
  if (start < 0) return null;
  const body = types.slice(start, types.indexOf("\n    }\n", start));
  const members = body.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\n\s+(?:readonly )?(\w+)/g);
  return new Map(
    [...members].flatMap(([, comment, name]): [string, number][] => {
      const [, minor] = /\[Api set: ExcelApi 1\.(\d+)/i.exec(comment) ?? [];
      return minor === undefined ? [] : [[name, Number(minor)]];
    }),
  );
}

const rulesIn = (range: HostObject): HostObject[] => {
  const rules = range.type.navigations?.ConditionalFormats.to(range as never) as HostObject;
  return rules.type.items?.(rules as never) ?? [];
};

/** Of this member the types tell only the set of its argument. */
const exceptions: Record<string, number> = { "WorksheetProtection.Unprotect": 2 };

/** Names of the protocol that differ from those of the types: worksheet.ts says why. */
const otherNames: Record<string, string> = { Gridlines: "showGridlines" };

const memberOf = (name: string) => otherNames[name] ?? name[0].toLowerCase() + name.slice(1);

describe("the members of the workbench's objects", () => {
  let addIn: AddInInNode;
  const found = new Map<string, ObjectType>();
  beforeAll(async () => {
    addIn = await addInInNode(newestSet);
    await addIn.run(async (context) => {
      const { workbook } = context;
      const sheet = workbook.worksheets.getItem("Blad1");
      sheet.getRange("A1:B2").values = [
        ["Jaar", "Aantal"],
        [2021, 5],
      ];
      sheet.tables.add("A1:B2", true);
      sheet.charts.add("Line", sheet.getRange("A1:B2"), "Columns");
      sheet.getRange("B2").conditionalFormats.add("Custom").custom.rule.formula = "=TRUE";
      const rule = { formula1: "=1", operator: "EqualTo" } as const;
      sheet.getRange("B2").conditionalFormats.add("CellValue").cellValue.rule = rule;
      workbook.names.add("Doel", sheet.getRange("A2"));
      workbook.comments.add("Blad1!B2", "Waarom?");
      workbook.settings.add("proef", 1);
      workbook.customXmlParts.add('<k xmlns="urn:knap"/>');
      await context.sync();
    });
    const { state } = addIn.bench;
    const visit = (object: HostObject) => {
      const { type } = object;
      const isNew = !found.has(type.name);
      found.set(type.name, type);
      for (const item of type.items?.(object as never).slice(0, 3) ?? []) visit(item);
      if (!isNew && type.name !== "ConditionalFormat") return;
      for (const { to } of Object.values(type.navigations ?? {})) {
        try {
          const next = to(object as never);
          if (next !== nullObject) visit(next);
        } catch {
          // A rule of one kind has no part of another kind.
        }
      }
      for (const name of ["GetRange", "GetByNamespace", "GetSelectedRange"]) {
        const method = type.methods?.[name];
        if (!method) continue;
        const argument =
          name === "GetByNamespace" ? "urn:knap" : type.name === "Worksheet" ? "A1" : undefined;
        visit(method.call(object as never, argument as never) as HostObject);
      }
    };
    visit(workbookOf(state));
    const cells = rangeOf(state, state.engine.sheetIds()[0], blockAt("B2"));
    for (const item of rulesIn(cells)) visit(item);
  });
  afterAll(() => addIn.bench.engine.dispose());

  it("are there from the set on that Microsoft's types name, and none is of the workbench's own", () => {
    const different: string[] = [];
    for (const [name, { scalars, navigations, methods }] of found) {
      const sets = setsOf(name);
      if (!sets) different.push(`${name} is no class`);
      for (const [member, { since }] of Object.entries({ ...scalars, ...navigations, ...methods })) {
        if (member.startsWith("_")) continue;
        const expected = exceptions[`${name}.${member}`] ?? sets?.get(memberOf(member));
        if (expected !== since) different.push(`${name}.${member}: ${since}, not ${expected}`);
      }
    }
    expect(different).toEqual([]);
  });

  it("are those of all the kinds of objects", () => {
    expect([...found.keys()].sort()).toEqual([
      "Application",
      "CellValueConditionalFormat",
      "Chart",
      "ChartAxes",
      "ChartAxis",
      "ChartAxisTitle",
      "ChartCollection",
      "ChartFill",
      "ChartLegend",
      "ChartLineFormat",
      "ChartSeries",
      "ChartSeriesCollection",
      "ChartSeriesFormat",
      "ChartTitle",
      "Comment",
      "CommentCollection",
      "ConditionalFormat",
      "ConditionalFormatCollection",
      "ConditionalFormatRule",
      "ConditionalRangeFill",
      "ConditionalRangeFont",
      "ConditionalRangeFormat",
      "CustomConditionalFormat",
      "CustomXmlPart",
      "CustomXmlPartCollection",
      "CustomXmlPartScopedCollection",
      "DataValidation",
      "NamedItem",
      "NamedItemCollection",
      "Range",
      "RangeFill",
      "RangeFont",
      "RangeFormat",
      "Runtime",
      "Setting",
      "SettingCollection",
      "Table",
      "TableCollection",
      "TableColumn",
      "TableColumnCollection",
      "TableRow",
      "TableRowCollection",
      "Workbook",
      "Worksheet",
      "WorksheetCollection",
      "WorksheetFreezePanes",
      "WorksheetProtection",
    ]);
  });
});
