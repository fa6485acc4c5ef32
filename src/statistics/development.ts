/** The sign of a change against the base year, as in table 3.3: `+` risen, `-` fallen, `=` unchanged. */
export type Development = "+" | "-" | "=";

/** Which way is good: up, as with employment, down, as with benefits, or neither. */
export type Direction = "omhoog" | "omlaag" | "geen";

/**
 * How a figure developed against the base year. A change smaller than the tolerance counts as unchanged.
 *
 * @param base the figure of the base year
 * @param now the figure of the period, in the same unit
 * @param tolerance in that unit, 0 or more
 * @see methods of table 3.3
 * @example
 * development(0.5, 0.53, 0.0005) // => "+"
 */
export function development(base: number, now: number, tolerance: number): Development {
  if (Math.abs(now - base) < tolerance || now === base) return "=";
  return now > base ? "+" : "-";
}

/**
 * Whether a development is favourable.
 *
 * @example
 * judgement("-", "omlaag") // => "gunstig"
 */
export function judgement(
  change: Development,
  direction: Direction,
): "gunstig" | "ongunstig" | "onveranderd" | "n.v.t." {
  if (direction === "geen") return "n.v.t.";
  if (change === "=") return "onveranderd";
  return (change === "+") === (direction === "omhoog") ? "gunstig" : "ongunstig";
}

/**
 * How the difference between Zuid (RZ) and Overig (RO) moved, and in whose favour, in the words of table 3.3.
 * The difference is Zuid - Overig; it has fallen when it is closer to 0 than in the base year. A difference
 * that went through 0 to exactly its mirror image is called reversed.
 *
 * @param base Zuid - Overig in the base year
 * @param now Zuid - Overig in the period, in the same unit
 * @param tolerance in that unit, 0 or more
 * @example
 * relativeDevelopment(-0.08, -0.06, "omhoog", 0.0005) // => "Gedaald ten gunste van RZ"
 */
export function relativeDevelopment(
  base: number,
  now: number,
  direction: Direction,
  tolerance: number,
): string {
  const change = development(base, now, tolerance);
  if (change === "=") return "Gelijk gebleven";
  const size =
    Math.abs(now) < Math.abs(base) ? "Gedaald" : Math.abs(now) > Math.abs(base) ? "Gestegen" : "Omgekeerd";
  if (direction === "geen") return size;
  return `${size} ten gunste van ${judgement(change, direction) === "gunstig" ? "RZ" : "RO"}`;
}
