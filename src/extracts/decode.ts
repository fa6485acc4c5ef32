import { windows1252 } from "../dutch/code-pages";

/** The text of a file and the encoding it turned out to have. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** Some bytes are no text in that encoding; in their place stands the replacement character U+FFFD. */
  readonly isDamaged?: true;
}

const byteOrderMarks = [
  { bytes: [0xef, 0xbb, 0xbf], label: "utf-8", encoding: "UTF-8 met BOM" },
  { bytes: [0xff, 0xfe, 0, 0], label: "utf-32le", encoding: "UTF-32LE" },
  { bytes: [0, 0, 0xfe, 0xff], label: "utf-32be", encoding: "UTF-32BE" },
  { bytes: [0xff, 0xfe], label: "utf-16le", encoding: "UTF-16LE" },
  { bytes: [0xfe, 0xff], label: "utf-16be", encoding: "UTF-16BE" },
] as const;

/**
 * Turns the bytes of a text file into text: by its byte order mark; else, where every second byte is a zero, as
 * UTF-16; else as UTF-8 when it is that without a single fault; else as windows-1252, in which Excel saves a CSV on a
 * Dutch Windows. A file with characters that only UTF-8 makes and with a fault is UTF-8 that is damaged: two files put
 * together, or one that was cut off.
 *
 * @example
 * decode(Uint8Array.of(0x63, 0x61, 0x66, 0xe9)) // => {"text":"café","encoding":"Windows-1252"}
 */
export function decode(bytes: Uint8Array): Decoded {
  for (const { bytes: mark, label, encoding } of byteOrderMarks) {
    if (!mark.every((byte, index) => bytes[index] === byte)) continue;
    if (label === "utf-32le" || label === "utf-32be")
      return decodeUtf32(bytes.subarray(4), label === "utf-32le", encoding);
    return decodeAs(label, bytes, encoding);
  }
  const wide = wideWithoutMark(bytes);
  if (wide !== null) return wide;
  const utf8 = decodeAs("utf-8", bytes, "UTF-8");
  return utf8.isDamaged && !isDamagedUtf8(bytes)
    ? { text: decodeWindows1252(bytes), encoding: "Windows-1252" }
    : utf8;
}

function decodeAs(label: string, bytes: Uint8Array, encoding: string): Decoded {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch {
    return { text: new TextDecoder(label).decode(bytes), encoding, isDamaged: true };
  }
}

/** No decoder of the platform reads UTF-32 and few programs write it; as UTF-16 it can be read. */
function decodeUtf32(bytes: Uint8Array, littleEndian: boolean, encoding: string): Decoded {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = new Uint16Array(Math.ceil(bytes.length / 4) * 2);
  let count = 0;
  for (let at = 0; at < bytes.length; at += 4) {
    const point = at + 4 > bytes.length ? 0xfffd : view.getUint32(at, littleEndian);
    if (point > 0xffff && point <= 0x10ffff) units[count++] = 0xd800 + ((point - 0x10000) >> 10);
    units[count++] = point > 0x10ffff ? 0xfffd : point > 0xffff ? 0xdc00 + (point & 0x3ff) : point;
  }
  return decodeAs("utf-16le", new Uint8Array(units.buffer, 0, count * 2), encoding);
}

/** UTF-16 or UTF-32 without a mark shows in the zeros: of Latin letters all bytes but one are zero. */
function wideWithoutMark(bytes: Uint8Array): Decoded | null {
  const sample = bytes.subarray(0, 4096);
  if (!sample.includes(0)) return null;
  const zeros = [0, 0, 0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 4] += 1;
  });
  const [a, b, c, d] = zeros.map((count) => count > sample.length / 8);
  if (!a && b && c && d) return decodeUtf32(bytes, true, "UTF-32LE");
  if (a && b && c && !d) return decodeUtf32(bytes, false, "UTF-32BE");
  if (!a && b && !c && d) return decodeAs("utf-16le", bytes, "UTF-16LE");
  if (a && !b && c && !d) return decodeAs("utf-16be", bytes, "UTF-16BE");
  return null;
}

/**
 * Whether a file that is not wholly UTF-8 was meant to be: it has characters of several bytes as UTF-8 makes them. In
 * windows-1252 those would be pairs such as Ã« or â€™, which no Dutch text has; a few among many letters with an accent
 * in windows-1252 are the exception, and then that is what it is.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let [characters, faults, cutAt] = [0, 0, -1];
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at];
    if (byte < 0x80) {
      at += 1;
      continue;
    }
    const size =
      byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xc2 && byte < 0xe0 ? 2 : 0;
    let length = 1;
    while (length < size && (bytes[at + length] & 0xc0) === 0x80) length += 1;
    if (size > 0 && length === size) {
      // Ranges in which letters and signs of western Europe lie; É” of windows-1252 would be a letter that is not.
      if (size > 2 || byte <= 0xc5) characters += 1;
    } else {
      faults += 1;
      if (size > 0 && at + length === bytes.length) cutAt = at;
    }
    at += length;
  }
  // Nothing but the last character is wrong: é at the end of windows-1252 is one too, but Ã is not.
  if (characters === 0) return faults === 1 && cutAt !== -1 && (bytes[cutAt] & 0xfc) === 0xc0;
  return characters * 10 >= faults;
}

/** Node 20 decodes windows-1252 as Latin-1, which makes a control character of the euro sign: put right here. */
function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder("windows-1252").decode(bytes);
  return text.replace(
    /[\u0080-\u009f]/g,
    (character) => windows1252.characters[character.charCodeAt(0) - 0x80],
  );
}
