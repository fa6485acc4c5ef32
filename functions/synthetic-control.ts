import * as fit from "../src/measures/synthetic-fit";
import * as inference from "../src/measures/synthetic-inference";
import * as use from "../src/measures/synthetic-use";
import { calculate } from "./calculate";

/**
 * De gewichten waarmee de donoren samen het doelgebied in de voorjaren zo goed mogelijk nabootsen (synthetic control).
 * @customfunction SYNTH.GEWICHTEN SYNTH.GEWICHTEN
 * @helpurl https://localhost:3000/handleiding.html#synth-gewichten
 * @param doel De uitkomst van het doelgebied, een cel per jaar.
 * @param donoren De uitkomsten van de donoren: een rij per jaar en een kolom per donor, of andersom.
 * @param [namen] De namen van de donoren, als ze niet in donoren staan.
 * @param [jaren] De jaren waar de cellen van doel bij horen, als ze niet in doel of donoren staan.
 * @param [laatste_voorjaar] Het laatste jaar vóór de interventie; alleen tot en met dat jaar wordt vergeleken.
 * @param [ontbrekend] "fout" (standaard): een ontbrekende waarde is een fout; "weglaten": de donor doet niet mee.
 * @param [straf] De straf op verre donoren (Abadie en L'Hour), 0 of meer; standaard 0: geen.
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
  ontbrekend: unknown,
  straf: unknown,
  invocation: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  return calculate(
    fit.SYNTH_GEWICHTEN,
    [doel, donoren, namen, jaren, laatste_voorjaar, ontbrekend, straf],
    invocation,
  );
}

/**
 * De uitkomst van het doelgebied en van de synthetische controlegroep per jaar, voor een grafiek.
 * @customfunction SYNTH.REEKS SYNTH.REEKS
 * @helpurl https://localhost:3000/handleiding.html#synth-reeks
 * @param doel De uitkomst van het doelgebied, een cel per jaar.
 * @param donoren De uitkomsten van de donoren: een rij per jaar en een kolom per donor, of andersom.
 * @param [namen] De namen van de donoren, als ze niet in donoren staan.
 * @param [jaren] De jaren waar de cellen van doel bij horen, als ze niet in doel of donoren staan.
 * @param [laatste_voorjaar] Het laatste jaar vóór de interventie; alleen tot en met dat jaar wordt vergeleken.
 * @param [ontbrekend] "fout" (standaard): een ontbrekende waarde is een fout; "weglaten": de donor doet niet mee.
 * @param [straf] De straf op verre donoren (Abadie en L'Hour), 0 of meer; standaard 0: geen.
 * @param invocation De aanroep.
 * @requiresParameterAddresses
 * @returns Een tabel met per jaar het doelgebied en de synthetische reeks.
 */
export function synthReeks(
  doel: unknown[][],
  donoren: unknown[][],
  namen: unknown[][],
  jaren: unknown[][],
  laatste_voorjaar: unknown,
  ontbrekend: unknown,
  straf: unknown,
  invocation: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  return calculate(
    fit.SYNTH_REEKS,
    [doel, donoren, namen, jaren, laatste_voorjaar, ontbrekend, straf],
    invocation,
  );
}

/**
 * Het effect per jaar na de interventie: het doelgebied min de synthetische controlegroep.
 * @customfunction SYNTH.EFFECT SYNTH.EFFECT
 * @helpurl https://localhost:3000/handleiding.html#synth-effect
 * @param doel De uitkomst van het doelgebied, een cel per jaar.
 * @param donoren De uitkomsten van de donoren: een rij per jaar en een kolom per donor, of andersom.
 * @param [namen] De namen van de donoren, als ze niet in donoren staan.
 * @param [jaren] De jaren waar de cellen van doel bij horen, als ze niet in doel of donoren staan.
 * @param [laatste_voorjaar] Het laatste jaar vóór de interventie; alleen tot en met dat jaar wordt vergeleken.
 * @param [ontbrekend] "fout" (standaard): een ontbrekende waarde is een fout; "weglaten": de donor doet niet mee.
 * @param [straf] De straf op verre donoren (Abadie en L'Hour), 0 of meer; standaard 0: geen.
 * @param invocation De aanroep.
 * @requiresParameterAddresses
 * @returns Een tabel met per jaar het effect, en het gemiddelde.
 */
export function synthEffect(
  doel: unknown[][],
  donoren: unknown[][],
  namen: unknown[][],
  jaren: unknown[][],
  laatste_voorjaar: unknown,
  ontbrekend: unknown,
  straf: unknown,
  invocation: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  return calculate(
    fit.SYNTH_EFFECT,
    [doel, donoren, namen, jaren, laatste_voorjaar, ontbrekend, straf],
    invocation,
  );
}

/**
 * Om hoeveel personen het bij een effect gaat: het effect maal de populatie.
 * @customfunction SYNTH.PERSONEN SYNTH.PERSONEN
 * @helpurl https://localhost:3000/handleiding.html#synth-personen
 * @param effect Het effect, een cel per jaar, zoals SYNTH.EFFECT dat geeft.
 * @param populatie Het aantal personen waarover de uitkomst een aandeel is: een cel per effect, of één cel.
 * @param eenheid "procentpunt" als de uitkomst in procenten staat (8,9); "aandeel" als zij 0,089 of 8,9% is.
 * @param invocation De aanroep.
 * @requiresParameterAddresses
 * @returns Het aantal personen per effect.
 */
export function synthPersonen(
  effect: unknown[][],
  populatie: unknown[][],
  eenheid: unknown,
  invocation: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  return calculate(use.SYNTH_PERSONEN, [effect, populatie, eenheid], invocation);
}

/**
 * Hoe goed de synthetische controlegroep past en of de gewichten uniek zijn, met waarschuwingen.
 * @customfunction SYNTH.KWALITEIT SYNTH.KWALITEIT
 * @helpurl https://localhost:3000/handleiding.html#synth-kwaliteit
 * @param doel De uitkomst van het doelgebied, een cel per jaar.
 * @param donoren De uitkomsten van de donoren: een rij per jaar en een kolom per donor, of andersom.
 * @param [namen] De namen van de donoren, als ze niet in donoren staan.
 * @param [jaren] De jaren waar de cellen van doel bij horen, als ze niet in doel of donoren staan.
 * @param [laatste_voorjaar] Het laatste jaar vóór de interventie; alleen tot en met dat jaar wordt vergeleken.
 * @param [ontbrekend] "fout" (standaard): een ontbrekende waarde is een fout; "weglaten": de donor doet niet mee.
 * @param [straf] De straf op verre donoren (Abadie en L'Hour), 0 of meer; standaard 0: geen.
 * @param invocation De aanroep.
 * @requiresParameterAddresses
 * @returns Een tabel met RMSPE's, KKT-residu, optimaliteitskloof, uniciteit en waarschuwingen.
 */
export function synthKwaliteit(
  doel: unknown[][],
  donoren: unknown[][],
  namen: unknown[][],
  jaren: unknown[][],
  laatste_voorjaar: unknown,
  ontbrekend: unknown,
  straf: unknown,
  invocation: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  return calculate(
    fit.SYNTH_KWALITEIT,
    [doel, donoren, namen, jaren, laatste_voorjaar, ontbrekend, straf],
    invocation,
  );
}

/**
 * De placebotoets: elke donor alsof hij het doelgebied was, met RMSPE's, verhouding, rang en p.
 * @customfunction SYNTH.PLACEBO SYNTH.PLACEBO
 * @helpurl https://localhost:3000/handleiding.html#synth-placebo
 * @param doel De uitkomst van het doelgebied, een cel per jaar.
 * @param donoren De uitkomsten van de donoren: een rij per jaar en een kolom per donor, of andersom.
 * @param [namen] De namen van de donoren, als ze niet in donoren staan.
 * @param [jaren] De jaren waar de cellen van doel bij horen, als ze niet in doel of donoren staan.
 * @param [laatste_voorjaar] Het laatste jaar vóór de interventie; alleen tot en met dat jaar wordt vergeleken.
 * @param [tabel] "eenheden" (standaard), "toets", "drempels", "verschillen", "valse start" of "zonder donor".
 * @param [placebos] "alle donoren" (standaard), of "rapport": alleen de donoren zonder gewicht.
 * @param [doel_als_donor] "nee" (standaard) of "ja": of het doelgebied donor van de placebo's mag zijn.
 * @param [niveau] Het niveau van p voor het minimaal aantoonbare effect; standaard 0,05.
 * @param [ontbrekend] "fout" (standaard): een ontbrekende waarde is een fout; "weglaten": de donor doet niet mee.
 * @param [straf] De straf op verre donoren (Abadie en L'Hour), 0 of meer; standaard 0: geen.
 * @param invocation De aanroep.
 * @cancelable
 * @requiresParameterAddresses
 * @returns De gekozen tabel.
 */
export function synthPlacebo(
  doel: unknown[][],
  donoren: unknown[][],
  namen: unknown[][],
  jaren: unknown[][],
  laatste_voorjaar: unknown,
  tabel: unknown,
  placebos: unknown,
  doel_als_donor: unknown,
  niveau: unknown,
  ontbrekend: unknown,
  straf: unknown,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return calculate(
    inference.SYNTH_PLACEBO,
    [
      doel,
      donoren,
      namen,
      jaren,
      laatste_voorjaar,
      tabel,
      placebos,
      doel_als_donor,
      niveau,
      ontbrekend,
      straf,
    ],
    invocation,
  );
}

/**
 * Het kleinste en het grootste effect over alle gewichten die bijna even goed passen.
 * @customfunction SYNTH.BEREIK SYNTH.BEREIK
 * @helpurl https://localhost:3000/handleiding.html#synth-bereik
 * @param doel De uitkomst van het doelgebied, een cel per jaar.
 * @param donoren De uitkomsten van de donoren: een rij per jaar en een kolom per donor, of andersom.
 * @param [namen] De namen van de donoren, als ze niet in donoren staan.
 * @param [jaren] De jaren waar de cellen van doel bij horen, als ze niet in doel of donoren staan.
 * @param [laatste_voorjaar] Het laatste jaar vóór de interventie; alleen tot en met dat jaar wordt vergeleken.
 * @param [marge] Hoeveel hoger de RMSPE van de voorjaren mag zijn dan de laagste; standaard 0,05 (5%).
 * @param [tolerantie] Een RMSPE die altijd goed genoeg is, in de eenheid van de uitkomst; standaard geen.
 * @param [ontbrekend] "fout" (standaard): een ontbrekende waarde is een fout; "weglaten": de donor doet niet mee.
 * @param invocation De aanroep.
 * @cancelable
 * @requiresParameterAddresses
 * @returns Een tabel met per jaar en gemiddeld het kleinste effect, het effect en het grootste.
 */
export function synthBereik(
  doel: unknown[][],
  donoren: unknown[][],
  namen: unknown[][],
  jaren: unknown[][],
  laatste_voorjaar: unknown,
  marge: unknown,
  tolerantie: unknown,
  ontbrekend: unknown,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return calculate(
    inference.SYNTH_BEREIK,
    [doel, donoren, namen, jaren, laatste_voorjaar, marge, tolerantie, ontbrekend],
    invocation,
  );
}

/**
 * Dezelfde gewichten op andere reeksen van de donoren: het gewogen gemiddelde per jaar.
 * @customfunction SYNTH.TOEPASSEN SYNTH.TOEPASSEN
 * @helpurl https://localhost:3000/handleiding.html#synth-toepassen
 * @param gewichten De gewichten, met of zonder namen, zoals SYNTH.GEWICHTEN ze geeft.
 * @param reeksen De reeksen van de donoren: een rij per jaar en een kolom per donor, of andersom.
 * @param invocation De aanroep.
 * @requiresParameterAddresses
 * @returns Een tabel met per jaar het gewogen gemiddelde.
 */
export function synthToepassen(
  gewichten: unknown[][],
  reeksen: unknown[][],
  invocation: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  return calculate(use.SYNTH_TOEPASSEN, [gewichten, reeksen], invocation);
}
