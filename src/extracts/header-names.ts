import { plainText } from "../dutch/plain-text";

/** Other spellings of our own names, each the same word for the same thing. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  persoon_id: ["persoonsid", "persoon identificatie"],
  fte: ["fte's", "ftes"],
  extra_fte: ["extra fte's", "extra ftes"],
  reintegratie: ["reintegratiecontact"],
  maanden_bijstand: ["maanden in bijstand", "maanden in de bijstand"],
  overige_uitkeringen: ["overige uitkering"],
};

/** Of a longer name only so much is compared. */
const longestName = 200;

/**
 * What two ways of writing one column name have in common: names are alike when they differ only in capitals, accents,
 * spaces, underscores, hyphens, points and characters that are not seen.
 *
 * @example
 * headerKey("Re-integratie") // => "reintegratie"
 */
export function headerKey(name: string): string {
  return plainText(name.slice(0, longestName))
    .normalize("NFKD")
    .replace(/[\p{M}\p{Pd}\s_.]+/gu, "")
    .toLowerCase();
}

const ownKeys = new Map<string, string>();
for (const [name, others] of Object.entries(spellings))
  for (const other of others) ownKeys.set(headerKey(other), headerKey(name));

/**
 * The key of a header cell, by which it is compared with the names of a kind; of another spelling that KNAP knows,
 * the key of its own name.
 */
export function knownKey(header: string): string {
  const key = headerKey(header);
  return ownKeys.get(key) ?? key;
}

/**
 * Whether two keys are so alike that one may be a slip of the pen for the other: one or two letters wrong, missing, too
 * many or exchanged, or one with something behind it.
 *
 * @example
 * isNearMiss("reintegatie", "reintegratie") // => true
 * isNearMiss("soort", "start") // => false
 */
export function isNearMiss(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short === "" || a === b) return false;
  if (short.length >= 5 && long.startsWith(short)) return true;
  const allowed = short.length < 4 ? 0 : short.length < 8 ? 1 : 2;
  return long.length - short.length <= allowed && distance(short, long) <= allowed;
}

/** How many letters must be put in, taken out, replaced or exchanged with their neighbour. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1] + 1, above[j] + 1, above[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, above] = [above, row];
  }
  return above[b.length];
}
