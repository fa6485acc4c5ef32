import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Excel reads `_x0041_` in a file as the character with that number. */
const codedCharacter = /_(?=x[0-9a-f]{4}_)/gi;

/** Characters that have no meaning of their own: one that no text has stands for the underscore for a while. */
const spare = Array.from({ length: 32 }, (_, i) => String.fromCharCode(0xe000 + i));

/**
 * Texts that look like the coded characters of a file, such as `_x0041_x0042_`. The library that writes the file
 * escapes the first of two that share an underscore and not the second, so this is done here.
 */
export interface EscapedTexts {
  /** A text as it is handed to the library. */
  hide: (text: string) => string;
  /** The file of the library, with in every text the underscore escaped. */
  reveal: (file: Uint8Array) => Uint8Array;
}

/**
 * @param texts all texts of the workbook
 */
export function escapeTexts(texts: readonly string[]): EscapedTexts {
  const needed = texts.some((text) => text.search(codedCharacter) >= 0);
  const stand = needed && spare.find((character) => !texts.some((text) => text.includes(character)));
  if (!stand) return { hide: (text) => text, reveal: (file) => file };
  return {
    hide: (text) => text.replace(codedCharacter, stand),
    reveal: (file) => {
      const parts = Object.entries(unzipSync(file)).map(([name, bytes]): [string, Uint8Array] =>
        name.endsWith(".xml")
          ? [name, strToU8(strFromU8(bytes).replaceAll(stand, "_x005F_"))]
          : [name, bytes],
      );
      return zipSync(Object.fromEntries(parts));
    },
  };
}
