import { hiddenInReach, type ReachGroup, type ReachMasks, roomNeeded, withoutReach } from "./aggregate-reach";
import { hiddenInGroup, serviceKinds, type ServiceGroup, type ServiceKind } from "./aggregate-services";
import type { Mask } from "./suppress";

/** Everything that is counted of persons. */
export interface Counts {
  readonly services: readonly ServiceGroup[];
  readonly reach: readonly ReachGroup[];
}

/** What is hidden of each group; of services null for all of it. */
export interface Masks {
  readonly services: Mask[];
  readonly reach: ReachMasks[];
}

/**
 * Decides what is withheld. What a reader can use, and what is done about it:
 *
 * - categories of a trait add up to the population of December and to the reached: `hiddenCounts`, `hiddenReach`;
 * - every trait has the same totals: a total that one trait cannot bear is hidden for all (`hiddenInReach`);
 * - missed = population - reached, and those who left = persons of the year - December: as the counts themselves;
 * - types add up to the total in services, and in persons lie between the largest type and the sum: `hiddenTypes`;
 * - the reached of a year in all gebiedsdelen are no more than the persons with a service: `protectLink`;
 * - a label that the report does not know is common, or it would be "Overige": `isCommon`, `notSmall`;
 * - gebiedsdelen and years have no persons in common within a year and add up only where both are shown.
 *
 * Numbers of rows, ratios and remarks that would tell more are not shown: see the sheet Bronnen.
 */
export function decideMasks(counts: Counts, threshold: number): Masks {
  const masks: Masks = {
    services: counts.services.map((group) => hiddenInGroup(group, threshold)),
    reach: counts.reach.map((group) => hiddenInReach(group, threshold)),
  };
  const years = [...new Set(counts.reach.map(({ jaar }) => jaar))];
  for (const jaar of years)
    for (const soort of serviceKinds) protectLink(counts, masks, { jaar, soort, threshold });
  return masks;
}

/**
 * Persons of December who were reached had a service, so in a year the reached of all gebiedsdelen together are no
 * more than the persons with a service of all together. Where that confines a hidden count of either, the reached are
 * hidden in every gebiedsdeel; and where the persons with a service alone would still do so, those too.
 */
function protectLink(
  { services, reach }: Counts,
  masks: Masks,
  { jaar, soort, threshold }: { jaar: number; soort: ServiceKind; threshold: number },
): void {
  const serviceAt = services.flatMap((group, at) =>
    group.jaar === jaar && group.soort === soort ? [at] : [],
  );
  const reachAt = reach.flatMap((group, at) =>
    group.jaar === jaar && group.reached[soort] !== null ? [at] : [],
  );
  const isConfined = () => {
    const hidden = reachAt.filter((at) => masks.reach[at].reached[soort]);
    const shown = reachAt.filter((at) => !masks.reach[at].reached[soort]);
    const room =
      total(serviceAt.map((at) => (masks.services[at] ? services[at].total.personen : 0))) -
      total(shown.map((at) => reach[at].reached[soort] ?? 0));
    // A hidden number of persons with a service may be anything, but not less than the reached ask for.
    if (serviceAt.some((at) => masks.services[at] === null)) return room < 0;
    return hidden.some((at) => roomNeeded(reach[at], soort, threshold) > room);
  };
  if (isConfined())
    for (const at of reachAt) masks.reach[at] = withoutReach(reach[at], masks.reach[at], soort);
  if (isConfined()) for (const at of serviceAt) masks.services[at] = null;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
