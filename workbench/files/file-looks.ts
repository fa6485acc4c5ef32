import type { Style } from "@cj-tech-master/excelts";
import type { Look } from "../engine/looks";

/** Names of a file beside the numbers of Univer. */
const horizontal = ["", "left", "center", "right"] as const;
const vertical = ["", "top", "middle", "bottom"] as const;
const wrapped = 3;

/** `#RRGGBB` as a file writes it; a color by its name is left out. */
export const argbOf = (rgb: unknown) =>
  typeof rgb === "string" && /^#[0-9a-f]{6}$/i.test(rgb)
    ? { argb: `FF${rgb.slice(1).toUpperCase()}` }
    : undefined;

const rgbOf = (color: unknown) => {
  const { argb } = (color ?? {}) as { argb?: string };
  return argb && /^[0-9a-f]{8}$/i.test(argb) ? `#${argb.slice(2)}` : undefined;
};

const numberOr0 = (value: unknown) => (typeof value === "number" ? value : 0);

/** How a cell looks, for a file. */
export function styleOf(look: Look): Partial<Style> {
  const color = argbOf(look.cl?.rgb);
  const fill = argbOf(look.bg?.rgb);
  const [underlined, struck] = [Number(look.ul?.s) === 1, Number(look.st?.s) === 1];
  const hasFont = look.bl || look.it || color || look.fs || look.ff || underlined || struck;
  const [h, v] = [horizontal[numberOr0(look.ht)], vertical[numberOr0(look.vt)]];
  const wraps = Number(look.tb) === wrapped;
  return {
    ...(look.n?.pattern ? { numFmt: look.n.pattern } : {}),
    ...(hasFont
      ? {
          font: {
            name: look.ff ?? "Calibri",
            size: look.fs ?? 11,
            bold: Number(look.bl) === 1,
            italic: Number(look.it) === 1,
            ...(underlined ? { underline: true } : {}),
            ...(struck ? { strike: true } : {}),
            ...(color ? { color } : {}),
          },
        }
      : {}),
    ...(fill
      ? { fill: { type: "pattern" as const, pattern: "solid" as const, fgColor: fill, bgColor: fill } }
      : {}),
    ...(h || v || wraps
      ? { alignment: { ...(h ? { horizontal: h } : {}), ...(v ? { vertical: v } : {}), wrapText: wraps } }
      : {}),
  };
}

/** How a cell of a file looks; colors of a theme are not read. */
export function lookOf({ numFmt, font, fill, alignment }: Partial<Style>): Look {
  const pattern = typeof numFmt === "string" ? numFmt : undefined;
  const ink = rgbOf(font?.color);
  const ground = fill?.type === "pattern" && fill.pattern === "solid" ? rgbOf(fill.fgColor) : undefined;
  const h = horizontal.indexOf((alignment?.horizontal ?? "") as (typeof horizontal)[number]);
  const v = vertical.indexOf((alignment?.vertical ?? "") as (typeof vertical)[number]);
  return {
    ...(pattern && pattern !== "General" ? { n: { pattern } } : {}),
    ...(font?.bold ? { bl: 1 } : {}),
    ...(font?.italic ? { it: 1 } : {}),
    ...(font?.underline && font.underline !== "none" ? { ul: { s: 1 } } : {}),
    ...(font?.strike ? { st: { s: 1 } } : {}),
    ...(font?.name && font.name !== "Calibri" ? { ff: font.name } : {}),
    ...(font?.size && font.size !== 11 ? { fs: font.size } : {}),
    ...(ink && ink !== "#000000" ? { cl: { rgb: ink } } : {}),
    ...(ground ? { bg: { rgb: ground } } : {}),
    ...(h > 0 ? { ht: h } : {}),
    ...(v > 0 ? { vt: v } : {}),
    ...(alignment?.wrapText ? { tb: wrapped } : {}),
  };
}
