/** A screen has 96 pixels to an inch, and an inch 72 points. */
export const pointsOf = (pixels: number) => pixels * 0.75;
export const pixelsOf = (points: number) => Math.round(points / 0.75);

/** A digit of Calibri 11 is 7 pixels wide, and a column has 5 more: ECMA-376, part 1, 18.3.1.13. */
export const charactersOf = (pixels: number) => Math.max(0, (pixels - 5) / 7);
export const pixelsWide = (characters: number) => Math.round(characters * 7 + 5);
