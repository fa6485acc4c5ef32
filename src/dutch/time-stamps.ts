/** A time of the day in minutes, and how many minutes its clock is ahead of UTC; `null` for the clock on the wall. */
export interface ClockTime {
  readonly minutes: number;
  readonly ahead: number | null;
}

const zone = String.raw`Z|CES?T|(?:UTC|GMT)?(?:[-+−]\d{1,2}(?::?\d{2})?)?`;
const timePart = new RegExp(
  String.raw`^(?:T|,? )(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?([ap])\.?m\.?)?(?: ?(${zone}))?(\[[A-Za-z_/]+\])?$`,
  "i",
);
const offset = /([-+−])(\d{1,2}):?(\d{2})?$/;
const namedZones: Readonly<Record<string, number>> = { Z: 0, UTC: 0, GMT: 0, CET: 60, CEST: 120 };

/**
 * The time that stands behind a date, with the zone behind it: ` 23:30`, `T23:30:00.000Z`, ` 11:30 PM`,
 * ` 23:30:00 +02:00`, ` 23:30 UTC`. 24:00 is an end of one day and a beginning of another; it is `"24:00"`.
 *
 * @returns `null` when the text is no time, such as ` 24:61`
 * @example
 * readTime("T23:30:00Z") // => {"minutes":1410,"ahead":0}
 * readTime(" 24:61") // => null
 */
export function readTime(text: string): ClockTime | "24:00" | null {
  const match = timePart.exec(text);
  if (match === null) return null;
  const [minute, second] = [Number(match[2]), Number(match[3] ?? "0")];
  const hour = hourOfDay(Number(match[1]), match[4]?.toLowerCase());
  const ahead = match[5] ? minutesAhead(match[5].toUpperCase()) : zoneInBrackets(match[6]);
  if (hour === null || minute > 59 || second > 59 || ahead === undefined) return null;
  if (hour === 24) return minute === 0 && second === 0 ? "24:00" : null;
  return { minutes: hour * 60 + minute, ahead };
}

function hourOfDay(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === "p" ? 12 : 0);
}

/** Of a zone by its name alone: nothing for the clock on a Dutch wall, and `undefined` for one of which nobody knows. */
function zoneInBrackets(name: string | undefined): number | null | undefined {
  const zone = name?.slice(1, -1).toUpperCase();
  if (zone === undefined || zone === "EUROPE/AMSTERDAM") return null;
  return zone.replace(/^ETC\//, "") in namedZones ? namedZones[zone.replace(/^ETC\//, "")] : undefined;
}

/** `undefined` for an offset that no clock has. */
function minutesAhead(zone: string): number | undefined {
  const match = offset.exec(zone);
  if (match === null) return namedZones[zone];
  const [hours, minutes] = [Number(match[2]), Number(match[3] ?? "0")];
  if (hours > 14 || minutes > 59) return undefined;
  return (match[1] === "+" ? 1 : -1) * (hours * 60 + minutes);
}

/** Writes a moment as the day that it is in the Netherlands, `yyyy-mm-dd`; Swedes write a date so. */
const dutchCalendar = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/**
 * The day that it is in the Netherlands at a time of a day somewhere else, with the summer time of then.
 *
 * @param date `yyyy-mm-dd`
 * @example
 * dutchDay("2021-03-31", { minutes: 1410, ahead: 0 }) // => "2021-04-01"
 */
export function dutchDay(date: string, { minutes, ahead }: ClockTime): string {
  if (ahead === null) return date;
  return dutchCalendar.format(Date.parse(date) + (minutes - ahead) * 60_000);
}
