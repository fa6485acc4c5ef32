import type { FunctionRecord } from "./function-record";
import { REPRESENTATIE, REPRESENTATIE_TABEL } from "./representation";
import { NPS, NPS_VERDELING, VOORTSCHRIJDEND } from "./satisfaction";
import { SYNTH_GEWICHTEN } from "./synthetic-control";

/** Every custom function of KNAP, in the order of the manual. */
export const functionRecords: FunctionRecord[] = [
  NPS,
  NPS_VERDELING,
  VOORTSCHRIJDEND,
  REPRESENTATIE,
  REPRESENTATIE_TABEL,
  SYNTH_GEWICHTEN,
];
