import { WorkbookError } from "../../src/workbook/render-in-excel";
import { TooLargeError } from "./read-chosen";

/** Excel's codes: https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling-best-practices */
const causes: Record<string, string> = {
  InvalidOperationInCellEditMode:
    "Er wordt nog een cel bewerkt: druk op Enter of Esc en probeer het opnieuw.",
  AccessDenied:
    "De werkmap of een blad is beveiligd: hef de beveiliging op (Controleren) en probeer het opnieuw.",
  ItemAlreadyExists: "Een blad of tabel met dezelfde naam kwam er tussendoor bij: probeer het opnieuw.",
  RequestPayloadSizeLimitExceeded:
    "Excel op het web kan zo veel regels niet ineens aan: gebruik Excel op de computer.",
};

/** What a user reads when making the scorecard fails. */
export function explain(error: unknown): string {
  if (error instanceof WorkbookError || error instanceof TooLargeError) return error.message;
  // For who looks into it: the user's sentence has no more than the code.
  console.error(error);
  if (error instanceof AggregateError) {
    return "Het schrijven is mislukt en KNAP kon de oude bladen hun naam niet teruggeven. Bladen die KNAP oud heten, zijn van u: geef ze hun naam terug en verwijder de nieuwe.";
  }
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== "string") {
    return "De bestanden konden niet worden gelezen. Controleer de internetverbinding en of een bestand is verplaatst, en probeer het opnieuw.";
  }
  return `${causes[code] ?? `Excel gaf een fout (${code}).`} De werkmap is zoals zij was.`;
}
