import { isMissingFigure, isMissingLabel } from "../../src/dutch/markers";

describe("in a column of figures", () => {
  it.each([
    ...["", " ", "\u00a0", "\u200b", ".", "x", "X", "-", "*", "<10", "< 5", "<\u00a05", "-99997"],
    ...["n.b.", "N.B.", "n.v.t.", "nvt", "onbekend", "Onbekend", "\u200bn.b.\u00a0", "-99997.0"],
  ])("%j is missing", (text) => expect(isMissingFigure(text)).toBe(true));

  it.each(["0", "10", "xx", "-5", "<", "<tien", "geen", "> 10"])("%j is not missing", (text) =>
    expect(isMissingFigure(text)).toBe(false),
  );
});

describe("in a column of labels", () => {
  it.each(["", " ", "\u00a0\u200b", ".", "-", "–", "*"])("%j is missing", (text) =>
    expect(isMissingLabel(text)).toBe(true),
  );

  it.each(["<27", "< 27", "<10", "x", "X", "n.v.t.", "onbekend", "-99997", "*a", "0"])(
    "%j is a label",
    (text) => expect(isMissingLabel(text)).toBe(false),
  );
});
