import type { FunctionRecord } from "./function-record";
import { REPRESENTATIE, REPRESENTATIE_TABEL } from "./representation";
import { NPS, NPS_VERDELING, VOORTSCHRIJDEND } from "./satisfaction";
import { SYNTH_EFFECT, SYNTH_GEWICHTEN, SYNTH_KWALITEIT, SYNTH_REEKS } from "./synthetic-fit";
import { SYNTH_BEREIK, SYNTH_PLACEBO } from "./synthetic-inference";
import { SYNTH_PERSONEN, SYNTH_TOEPASSEN } from "./synthetic-use";

/** Every custom function of KNAP, in the order of the manual. */
export const functionRecords: FunctionRecord[] = [
  NPS,
  NPS_VERDELING,
  VOORTSCHRIJDEND,
  REPRESENTATIE,
  REPRESENTATIE_TABEL,
  SYNTH_GEWICHTEN,
  SYNTH_REEKS,
  SYNTH_EFFECT,
  SYNTH_PERSONEN,
  SYNTH_KWALITEIT,
  SYNTH_PLACEBO,
  SYNTH_BEREIK,
  SYNTH_TOEPASSEN,
];
