import * as measures from "../src/measures/synthetic-control";
import { calculate } from "./calculate";

/**
 * De gewichten waarmee de donoren samen het doelgebied in de voorjaren zo goed mogelijk nabootsen (synthetic control).
 * @customfunction SYNTH.GEWICHTEN SYNTH.GEWICHTEN
 * @helpurl https://localhost:3000/handleiding.html#synth-gewichten
 * @param doel De uitkomst van het doelgebied, een cel per jaar.
 * @param donoren De uitkomsten van de donoren: een rij per jaar en een kolom per donor, of andersom.
 * @param [namen] De namen van de donoren.
 * @param [jaren] De jaren waar de rijen van doel bij horen.
 * @param [laatste_voorjaar] Het laatste jaar vóór de interventie; alleen tot en met dat jaar wordt vergeleken.
 * @param invocation De aanroep.
 * @requiresParameterAddresses
 * @returns Een tabel met per donor het gewicht.
 */
export function synthGewichten(
  doel: unknown[][],
  donoren: unknown[][],
  namen: unknown[][],
  jaren: unknown[][],
  laatste_voorjaar: unknown,
  invocation: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  return calculate(measures.SYNTH_GEWICHTEN, [doel, donoren, namen, jaren, laatste_voorjaar], invocation);
}
