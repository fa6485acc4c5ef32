/** An old code page: which characters the bytes 128 to 255 are. */
export interface CodePage {
  readonly name: string;
  readonly characters: string;
}

/** What Excel on a Dutch Windows writes. */
export const windows1252: CodePage = {
  name: "Windows (Windows-1252)",
  characters:
    "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿" +
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
};

/** What programs of DOS write (for Dutch letters cp437 is the same), and Excel as "CSV (MS-DOS)". */
const dos: CodePage = {
  name: "MS-DOS (cp850)",
  characters:
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐" +
    "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0",
};

/** What Excel on a Mac writes as "CSV (Macintosh)". */
const mac: CodePage = {
  name: "de Macintosh (Mac Roman)",
  characters:
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø" +
    "¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
};

export const otherPages: readonly CodePage[] = [dos, mac];

/**
 * A text that was read as Windows-1252 as it would be in another code page; as long as the text itself.
 *
 * @example
 * inCodePage("caf‚", otherPages[0]) // => "café"
 */
export function inCodePage(text: string, page: CodePage): string {
  return text.replace(/[^\0-\u007f]/g, (character) => {
    const code = character.charCodeAt(0);
    const byte = code < 0xa0 ? code - 0x80 : windows1252.characters.indexOf(character);
    return byte === -1 ? character : page.characters[byte];
  });
}
