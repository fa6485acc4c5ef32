import * as measures from "../src/measures/representation";
import { calculate } from "./calculate";

/**
 * Representatie: het aandeel onder de bereikte personen gedeeld door het aandeel in de populatie, min 1.
 * @customfunction REPRESENTATIE REPRESENTATIE
 * @helpurl https://localhost:3000/handleiding.html#representatie
 * @param aandeel_bereikt Het aandeel van de groep onder de bereikte personen.
 * @param aandeel_populatie Het aandeel van de groep in de populatie.
 * @param invocation De aanroep.
 * @requiresParameterAddresses
 * @returns De representatie; 0 is evenredig, 0,477 is 47,7% meer dan evenredig.
 */
export function representatie(
  aandeel_bereikt: unknown[][],
  aandeel_populatie: unknown[][],
  invocation: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  return calculate(measures.REPRESENTATIE, [aandeel_bereikt, aandeel_populatie], invocation);
}

/**
 * Per categorie: populatie, bereikte personen, hun aandelen en de representatie, uit een rij per persoon.
 * @customfunction REPRESENTATIE.TABEL REPRESENTATIE.TABEL
 * @helpurl https://localhost:3000/handleiding.html#representatie-tabel
 * @param categorie De categorie van elke persoon, zoals een leeftijdsklasse.
 * @param bereikt Of de persoon bereikt is: ja of nee.
 * @param invocation De aanroep.
 * @requiresParameterAddresses
 * @returns Een tabel met een rij per categorie en een rij Totaal.
 */
export function representatieTabel(
  categorie: unknown[][],
  bereikt: unknown[][],
  invocation: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  return calculate(measures.REPRESENTATIE_TABEL, [categorie, bereikt], invocation);
}
