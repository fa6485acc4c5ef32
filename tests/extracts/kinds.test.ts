import { kindIds, kinds } from "../../src/extracts/kinds";
import { recognise, requiredColumns } from "../../src/extracts/recognise";

describe.each(kindIds)("the kind %s", (id) => {
  const kind = kinds[id];
  const names = kind.columns.map(({ name }) => name);

  it("names each column once, in lower case without spaces", () => {
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
  });

  it("builds its key, places and derived columns from its own columns", () => {
    for (const name of [...(kind.key ?? []), ...(kind.placeColumns ?? [])]) expect(names).toContain(name);
    for (const { derivedFrom = [], optional } of kind.columns)
      for (const source of derivedFrom) {
        expect(names).toContain(source);
        expect(optional).toBe(true);
      }
  });

  it("gives choices to every keuze and to nothing else", () => {
    for (const { type, choices } of kind.columns) expect(choices !== undefined).toBe(type === "keuze");
  });

  it("is recognised by its required columns, and by all of its columns", () => {
    const required = requiredColumns(kind).map(({ name }) => name);
    expect(required.length).toBeGreaterThan(1);
    for (const headers of [required, names])
      expect(recognise(headers)).toMatchObject({ ok: true, match: { kind: id, unknownColumns: [] } });
  });
});
