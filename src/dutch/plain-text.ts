/**
 * What a reader does not see: characters without width, marks of the direction of writing, the soft hyphen, the mark
 * of the byte order and variants of the look of a character. They come along when text is copied from a web page or
 * another program.
 */
const withoutWidth = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** Control characters that are no white space, and characters that show nothing: they stand in no text that was typed. */
const unseen = /(?![\s\u0085])\p{Cc}|[\u2800\ufffc]/u;

/**
 * A text as a reader sees it: without characters that have no width, with every kind of white space as one ordinary
 * space and none at the ends, and an accent always stored in the same way (composed).
 *
 * @example
 * plainText("\u200bCafe\u0301\u00a0\u00a0Zuid ") // => "Café Zuid"
 */
export function plainText(text: string): string {
  // Most texts are plain already; then this is one look at it, which takes no room however long the text is.
  if (!/[^ -~]|^ | $| {2}/.test(text)) return text;
  return (
    text
      .replace(withoutWidth, "")
      // After that, since an accent may follow what has no width.
      .normalize("NFC")
      .replace(/[\s\u0085]+/g, " ")
      .trim()
  );
}

const names: Record<string, string> = {
  "\u0000": "een nulteken",
  "\u007f": "een wisteken",
  "\u2800": "een leeg brailleteken",
  "\ufffc": "de plaats van een afbeelding",
};

/**
 * The first character of a text that is not seen and yet is no white space, in words for a message; `null` when there
 * is none. `plainText` leaves such a character where it is, since nobody can tell what it stands for.
 *
 * @example
 * unseenCharacter("9\u0007") // => "een stuurteken (U+0007)"
 * unseenCharacter("9 ") // => null
 */
export function unseenCharacter(text: string): string | null {
  const found = unseen.exec(text)?.[0];
  if (found === undefined) return null;
  const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return `${names[found] ?? "een stuurteken"} (U+${code})`;
}
