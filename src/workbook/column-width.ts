/**
 * The width of a column in points, which Office.js asks (https://github.com/OfficeDev/office-js/issues/187), of a
 * width in characters, which a file has: a digit of the standard font is 7 pixels wide, 5 pixels are the margin of
 * the cell, and a pixel is 3/4 point
 * (https://learn.microsoft.com/dotnet/api/documentformat.openxml.spreadsheet.column, `width`).
 */
export const pointsOfCharacters = (characters: number): number => (Math.trunc(characters * 7) + 5) * 0.75;
