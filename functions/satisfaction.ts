import * as measures from "../src/measures/satisfaction";
import { calculate } from "./calculate";

/**
 * Net Promoter Score: het percentage promotors (9-10) min het percentage criticasters (0-6), in punten van -100 tot en met 100.
 * @customfunction NPS NPS
 * @helpurl https://localhost:3000/handleiding.html#nps
 * @param cijfers De cijfers van de respondenten (0 tot en met 10). Lege cellen tellen niet mee.
 * @param invocation De aanroep.
 * @requiresParameterAddresses
 * @returns De NPS in punten.
 */
export function nps(cijfers: unknown[][], invocation: CustomFunctions.Invocation): Promise<unknown[][]> {
  return calculate(measures.NPS, [cijfers], invocation);
}

/**
 * Hoeveel respondenten promotor, passief en criticaster zijn: aantal en aandeel.
 * @customfunction NPS.VERDELING NPS.VERDELING
 * @helpurl https://localhost:3000/handleiding.html#nps-verdeling
 * @param cijfers De cijfers van de respondenten (0 tot en met 10). Lege cellen tellen niet mee.
 * @param invocation De aanroep.
 * @requiresParameterAddresses
 * @returns Een tabel met per groep het aantal en het aandeel.
 */
export function npsVerdeling(
  cijfers: unknown[][],
  invocation: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  return calculate(measures.NPS_VERDELING, [cijfers], invocation);
}

/**
 * Voortschrijdend gemiddelde cijfer of voortschrijdende NPS per maand, uit alle cijfers in het venster samen.
 * @customfunction VOORTSCHRIJDEND VOORTSCHRIJDEND
 * @helpurl https://localhost:3000/handleiding.html#voortschrijdend
 * @param datums De datum of maand van elk cijfer.
 * @param cijfers De cijfers (0 tot en met 10), even veel als datums. Lege cellen tellen niet mee.
 * @param [groepen] De groep van elk cijfer, zoals Zuid of Noord; dan een kolom per groep.
 * @param [maat] "gemiddelde" (standaard) of "NPS".
 * @param [venster] Het aantal maanden van het venster, oneven; standaard 5.
 * @param [randen] "leeg" (standaard): geen uitkomst als het venster buiten de gegevens steekt; "deel": het deel dat er is.
 * @param invocation De aanroep.
 * @requiresParameterAddresses
 * @returns Een tabel met per maand en groep het aantal respondenten en de uitkomst.
 */
export function voortschrijdend(
  datums: unknown[][],
  cijfers: unknown[][],
  groepen: unknown[][],
  maat: unknown,
  venster: unknown,
  randen: unknown,
  invocation: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  return calculate(measures.VOORTSCHRIJDEND, [datums, cijfers, groepen, maat, venster, randen], invocation);
}
