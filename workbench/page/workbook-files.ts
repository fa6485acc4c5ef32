import type { Workbench } from "../host/workbench";
import type { FileContents } from "../files/file-contents";
import { leftOutSentence } from "../files/left-out-sentence";
import { NoWorkbook, readXlsx, replaceWorkbook } from "../files/open-xlsx";
import { saveXlsx } from "../files/save-xlsx";

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Tell = (sentence: string) => void;

/** Saves the workbook where the browser puts what it downloads. */
export async function saveFile({ engine, state }: Workbench, namespace: string, tell: Tell): Promise<void> {
  tell("De werkmap wordt opgeslagen…");
  await engine.settled();
  const { bytes, asValue, leftOut } = await saveXlsx(state, namespace);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type: xlsxType }));
  link.download = "Werkbank.xlsx";
  link.click();
  URL.revokeObjectURL(link.href);
  const exceptions =
    asValue === 0 ? "" : ` Van ${asValue} formules met LET, LAMBDA of @ staat alleen de waarde erin.`;
  tell(
    `Opgeslagen als Werkbank.xlsx, in uw map met downloads.${exceptions}${leftOutSentence("Niet in het bestand staan", leftOut)}`,
  );
}

/**
 * Puts a file in the place of what is open, after a question; a file that cannot be read is no reason to ask.
 *
 * @returns whether the file took the place of what was open
 */
export async function openFile(
  { engine, state }: Workbench,
  file: File,
  functions: string[],
  tell: Tell,
): Promise<boolean> {
  tell(`${file.name} wordt gelezen…`);
  let contents: FileContents;
  try {
    contents = await readXlsx(new Uint8Array(await file.arrayBuffer()), functions);
  } catch (error) {
    if (!(error instanceof NoWorkbook)) throw error;
    tell(error.message);
    return false;
  }
  const isEmpty = engine.sheetIds().every((id) => engine.usedBlock(id) === null);
  if (!isEmpty && !confirm(`${file.name} komt in de plaats van wat nu open is. Doorgaan?`)) {
    tell("");
    return false;
  }
  tell(`${file.name} wordt geopend…`);
  const leftOut = await replaceWorkbook(state, contents, functions);
  tell(`${file.name} is geopend.${leftOutSentence("Wat de werkbank niet heeft, is weggelaten:", leftOut)}`);
  return true;
}
