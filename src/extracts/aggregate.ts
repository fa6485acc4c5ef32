import { withSafeLabels } from "./safe-labels";
import {
  countReach,
  type HasServices,
  reachRow,
  type ReachRow,
  traitRows,
  type TraitRow,
} from "./aggregate-reach";
import {
  countServices,
  type Service,
  type ServiceRow,
  serviceRows,
  type Services,
  unknownType,
} from "./aggregate-services";
import type { Row } from "./extract";
import { decideMasks } from "./protect";
import { defaultThreshold, thresholdProblem } from "./suppress";

export type { ReachRow, TraitRow } from "./aggregate-reach";
export type { ServiceRow } from "./aggregate-services";

/** The rows of the extracts about persons, as `readExtract` gives them; leave out what there is not. */
export interface PersonExtracts {
  readonly bijstandspersonen?: readonly Row[];
  readonly instrumenten?: readonly Row[];
  readonly contacten?: readonly Row[];
}

/** Tables of counts in which no person can be found; these may enter a workbook. */
export interface PersonAggregates {
  /** Per year, gebiedsdeel, soort and type: services and the persons who had them. */
  readonly diensten: readonly ServiceRow[];
  /** Per year and gebiedsdeel: persons in the bijstand, and how many of those of December were reached. */
  readonly bijstand: readonly ReachRow[];
  /** The same per category of geslacht, leeftijd, huishouden and opleiding. */
  readonly bereik_kenmerken: readonly TraitRow[];
}

export interface AggregateOptions {
  /** Counts of fewer persons than this are withheld. */
  readonly threshold?: number;
  /** Where the services are not given whole, the reach is not known; they are, unless this says otherwise. */
  readonly hasServices?: HasServices;
}

/**
 * Makes tables of counts of the extracts about persons, so that no row about a person enters a workbook.
 *
 * Small counts are withheld, and so is every count that would give a withheld one away; see `decideMasks`. A
 * withheld count is `null` and its column is named in the row's `withheld`; a `null` that is not named there was not
 * known: the extract, or that year in it, was not given.
 *
 * The order of the rows makes no difference.
 *
 * @throws RangeError in Dutch when the threshold is no whole number or too low
 */
export function aggregatePersons(
  { bijstandspersonen = [], instrumenten = [], contacten = [] }: PersonExtracts,
  { threshold = defaultThreshold, hasServices }: AggregateOptions = {},
): PersonAggregates {
  const problem = thresholdProblem(threshold);
  if (problem !== null) throw new RangeError(problem);
  const safe = (rows: readonly Row[], column: string) => withSafeLabels(rows, column, threshold);
  const services: Services = {
    instrumenten: safe(instrumenten, "type").map((row) => service(row, "startdatum", "type")),
    contacten: safe(contacten, "onderwerp").map((row) => service(row, "datum", "onderwerp")),
  };
  const persons = ["geslacht", "huishouden", "opleiding"].reduce<readonly Row[]>(safe, bijstandspersonen);
  const counts = { services: countServices(services), reach: countReach(persons, services, hasServices) };
  const masks = decideMasks(counts, threshold);
  const traitCount = counts.reach[0]?.traits.length ?? 0;
  return {
    diensten: counts.services.flatMap((group, at) => serviceRows(group, masks.services[at])),
    bijstand: counts.reach.map((group, at) => reachRow(group, masks.reach[at])),
    bereik_kenmerken: Array.from({ length: traitCount }, (_, t) => t).flatMap((t) =>
      counts.reach.flatMap((group, at) => traitRows(group, masks.reach[at], t)),
    ),
  };
}

/**
 * A service belongs to the year of its date. Only contacts for re-integration count; in an extract without the
 * column `reintegratie` every contact is one.
 */
function service({ values }: Row, date: string, type: string): Service {
  return {
    person: String(values.persoon_id),
    jaar: Number(String(values[date]).slice(0, 4)),
    gebiedsdeel: String(values.gebiedsdeel),
    type: String(values[type] ?? unknownType),
    counts: !("reintegratie" in values) || values.reintegratie === true,
  };
}
