import type { CellValue, ResultTable } from "../src/measures/cells";
import type { FunctionRecord } from "../src/measures/function-record";
import { functionRecords } from "../src/measures";
import { dutchFormula, shownCell, signature } from "../src/measures/notation";
import { byId, element } from "./elements";

/** The part of functions.json that the manual shows; the other texts stand in the records. */
interface Metadata {
  functions: { id: string; description: string; parameters: { name: string; description: string }[] }[];
}

function table(rows: ResultTable): HTMLElement {
  const lines = rows.map((row) =>
    element(
      "tr",
      row.map((cell) => element("td", [shownCell(cell)])),
    ),
  );
  return element("div", [element("table", lines)], "scroll");
}

const isOmitted = (cells: CellValue[][] | undefined) =>
  !cells || (cells.length === 1 && cells[0][0] === null);

function argumentList(record: FunctionRecord, descriptions: Map<string, string>): HTMLElement {
  return element(
    "ul",
    Object.entries(record.arguments).map(([name, { accepts, optional }]) =>
      element("li", [
        element("code", [name]),
        `: ${descriptions.get(name) ?? ""} `,
        element("span", [`${optional ? "Mag worden weggelaten. " : ""}Verwacht: ${accepts}.`], "secondary"),
      ]),
    ),
  );
}

/** A row of a twin: a text in front of a formula is its label; a reference alone is no figure to check. */
function formulasUnderTheirLabel(row: string[]): HTMLElement[] {
  const isLabel = row.length > 1 && /^"[^"]*"$/.test(row[0]);
  const formulas = row.filter((formula) => !/^"[^"]*"$|^\{\w+\}$/.test(formula));
  return [
    ...(isLabel && formulas.length > 0 ? [element("p", [row[0].slice(1, -1)], "secondary")] : []),
    ...formulas.map((formula) => element("code", [dutchFormula(formula)], "block")),
  ];
}

function section(record: FunctionRecord, metadata: Metadata["functions"][number]): HTMLElement {
  const descriptions = new Map(metadata.parameters.map(({ name, description }) => [name, description]));
  const { twin, example } = record;
  const article = element("article", [
    element("h2", [`KNAP.${record.id}`]),
    element("code", [signature(record)], "block"),
    element("p", [record.help]),
    element("h3", ["Argumenten"]),
    argumentList(record, descriptions),
    element("h3", ["Uitkomst"]),
    element("p", [`Eenheid: ${record.unit}. Bron: ${record.source}.`]),
    element(
      "ul",
      record.errors.map(({ code, when }) =>
        element("li", [`${shownCell({ error: code, message: "" })}: ${when}.`]),
      ),
    ),
    element("h3", ["Voorbeeld"]),
    ...Object.keys(record.arguments).flatMap((name, i) =>
      isOmitted(example.arguments[i])
        ? []
        : [element("p", [element("code", [name])]), table(example.arguments[i])],
    ),
    element("p", ["geeft"]),
    table(example.result),
    element("p", [`Narekening: ${example.workings}.`]),
    element("h3", ["Zonder KNAP na te rekenen"]),
    ...("none" in twin
      ? [element("p", [twin.none])]
      : [
          ...(twin.reading ? [element("p", [twin.reading])] : []),
          ...twin.formulas.flatMap(formulasUnderTheirLabel),
        ]),
  ]);
  article.id = record.id.toLowerCase().replaceAll(".", "-");
  return article;
}

async function show(): Promise<void> {
  const metadata = (await (await fetch("functions.json")).json()) as Metadata;
  for (const record of functionRecords) {
    const described = metadata.functions.find(({ id }) => id === record.id);
    if (described) byId("functies").append(section(record, described));
  }
  // The browser looked for the anchor in the address before the sections stood here.
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

show().catch(() =>
  byId("functies").append(element("p", ["De functies konden niet worden geladen. Laad de pagina opnieuw."])),
);
