import type { Extract } from "../../src/extracts/extract";
import type { KindId } from "../../src/extracts/kind";
import { inspectFiles, type ReadFile } from "../../src/scorecard/inspect-files";

/** An extract with so many rows; what is in them does not matter here. */
function extractWith(kind: KindId, fileName: string, count: number): ReadFile {
  const row = { line: 2, values: {} };
  const extract: Extract = {
    kind,
    fileName,
    columns: [],
    rows: Array.from({ length: count }, () => row),
    faults: [],
    faultCount: 0,
    remarks: [],
    unknownColumns: [],
    encoding: "UTF-8",
    separator: ";",
    rowsRead: count,
  };
  return { name: fileName, sha256: fileName, reading: { ok: true, extract } };
}

describe("more rows than a sheet has", () => {
  it.each(["contacten", "instrumenten", "bijstandspersonen", "herkomst"] as const)(
    "stand in nobody's way in %s, which comes on no sheet",
    (kind) => {
      expect(inspectFiles([extractWith(kind, "a.csv", 1_048_576)]).obstacles).toEqual([]);
    },
  );

  it("are refused where they come on one, also in two files together", () => {
    const files = [
      extractWith("klanttevredenheid", "a.csv", 600_000),
      extractWith("klanttevredenheid", "b.csv", 600_000),
    ];
    expect(inspectFiles([files[0]]).obstacles).toEqual([]);
    expect(inspectFiles(files).obstacles).toEqual([
      expect.stringMatching(/^a.csv, b.csv: 1200000 regels, maar .* 1048575/),
    ]);
  });
});

it("files that were too large to read are not each other's copies", () => {
  const refused = (name: string): ReadFile => ({
    name,
    sha256: "",
    reading: { ok: false, problem: `${name}: te groot` },
  });
  expect(inspectFiles([refused("a.csv"), refused("b.csv")])).toMatchObject({
    obstacles: [],
    unknown: ["a.csv: te groot", "b.csv: te groot"],
  });
});
