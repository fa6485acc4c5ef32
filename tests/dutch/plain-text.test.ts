import fc from "fast-check";
import { nameKey } from "../../src/dutch/name-key";
import { plainText, unseenCharacter } from "../../src/dutch/plain-text";

/** Characters without width and kinds of white space, by their names in Unicode. */
const unseen = {
  "zero width space": "\u200b",
  "zero width non-joiner": "\u200c",
  "zero width joiner": "\u200d",
  "left-to-right mark": "\u200e",
  "right-to-left mark": "\u200f",
  "word joiner": "\u2060",
  "zero width no-break space": "\ufeff",
  "soft hyphen": "\u00ad",
  "left-to-right embedding": "\u202a",
  "pop directional isolate": "\u2069",
  "variation selector-16": "\ufe0f",
};
const spaces = [" ", "  ", "\u00a0", "\u2009", "\u202f", "\u3000", "\t", "\n", "\r\n", "\u0085", " \u200b "];

describe("a text as a reader sees it", () => {
  it.each(Object.entries(unseen))("has no %s", (_, character) => {
    expect(plainText(`Feij${character}enoord`)).toBe("Feijenoord");
    expect(plainText(`${character}Feijenoord${character}`)).toBe("Feijenoord");
  });

  it.each(spaces)("has one ordinary space for %j", (space) => {
    expect(plainText(`Oud${space}Charlois`)).toBe("Oud Charlois");
  });

  it("stores an accent in one way", () => {
    expect(plainText("Cafe\u0301")).toBe("Café");
    expect(plainText("Cafe\u200b\u0301")).toBe("Café");
    expect(plainText("A\u030angstro\u0308m")).toBe("\u00c5ngstr\u00f6m");
  });

  it("may be as long as a text can be", () => {
    const words = "ab ".repeat(1_000_000);
    expect(plainText(words)).toHaveLength(words.length - 1);
  });

  it("does not change when it is made plain again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => plainText(plainText(text)) === plainText(text)),
    );
  });

  it("is the same name with unseen characters anywhere in it", () => {
    const filler = fc.array(fc.constantFrom(...Object.values(unseen)), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(filler, { minLength: 11, maxLength: 11 }), (fillers) => {
        const text = [..."Feijenoord"].map((letter, i) => fillers[i].join("") + letter).join("");
        return nameKey(text + fillers[10].join("")) === "feijenoord";
      }),
    );
  });
});

describe("a character that is not seen and is no white space", () => {
  it.each([
    ["9\u0007", "een stuurteken (U+0007)"],
    ["a\u0000b", "een nulteken (U+0000)"],
    ["\u007f", "een wisteken (U+007F)"],
    ["a\u0090", "een stuurteken (U+0090)"],
  ])("in %j is %s", (text, name) => expect(unseenCharacter(text)).toBe(name));

  it.each(["9", "a b", "a\tb\r\nc", "\u200b", "\u0085"])("is not in %j", (text) =>
    expect(unseenCharacter(text)).toBeNull(),
  );
});
