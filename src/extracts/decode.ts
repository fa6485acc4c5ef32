/** The text of a file and the encoding it turned out to have. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** What windows-1252 puts where Latin-1 has control characters: bytes 128 to 159. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const byteOrderMarks = [
  { bytes: [0xef, 0xbb, 0xbf], label: "utf-8", encoding: "UTF-8 met BOM" },
  { bytes: [0xff, 0xfe], label: "utf-16le", encoding: "UTF-16LE" },
  { bytes: [0xfe, 0xff], label: "utf-16be", encoding: "UTF-16BE" },
];

/**
 * Turns the bytes of a text file into text: by its byte order mark, else as UTF-8 when it is that without a
 * single fault, else as windows-1252, in which Excel saves a CSV on a Dutch Windows.
 *
 * @example
 * decode(Uint8Array.of(0x63, 0x61, 0x66, 0xe9)) // => {"text":"café","encoding":"Windows-1252"}
 */
export function decode(bytes: Uint8Array): Decoded {
  for (const mark of byteOrderMarks) {
    if (mark.bytes.every((byte, index) => bytes[index] === byte))
      return { text: new TextDecoder(mark.label).decode(bytes), encoding: mark.encoding };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return { text: decodeWindows1252(bytes), encoding: "Windows-1252" };
  }
}

/** Node 20 decodes windows-1252 as Latin-1, which makes a control character of the euro sign: put right here. */
function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder("windows-1252").decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80]);
}
