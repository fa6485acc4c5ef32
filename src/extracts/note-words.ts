/** Words with which a line below a table begins that tells where it comes from or what it means. */
const note =
  /^[^\p{L}\p{N}]{0,5}(?:bron|bronnen|source|noot|noten|voetnoot|toelichting|opmerking|opmerkingen|let op|legenda|peildatum|copyright|gemaakt|opgesteld|geëxporteerd|export|einde|eind|eof|end)(?!\p{L})|^\s*[©*(]/iu;
const total = /^\s*(?:sub)?(?:totaal|totalen|total|som|aantal)(?!\p{L})/iu;

/** Whether a text says of itself that it is a note and no row. */
export const isNote = (text: string): boolean => note.test(text);
/** Whether a text names a total. */
export const isTotal = (text: string): boolean => total.test(text);
