import type { Source } from "../../src/scorecard/dataset";
import { makeDataset } from "../../src/scorecard/dataset";
import { extractOf } from "../extracts/read-text";

/** How a Mac writes a name with an accent, and how a program that joins words may write its space. */
const written = "contrôle  2021.csv".normalize("NFD");

it("the origin of a file is found however its name is stored", () => {
  const herkomst = extractOf("bestand;herkomst\nContrôle 2021.csv;Bron: CBS\n");
  const source: Source = {
    fileName: written,
    kind: "handhaving",
    rowsRead: 1,
    rowsLeftOut: 0,
    encoding: "UTF-8",
    sha256: "",
  };
  expect(makeDataset([herkomst], [source]).sources[0].origin).toBe("Bron: CBS");
});
