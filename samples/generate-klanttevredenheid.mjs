/**
 * Makes samen-voor-zuid/klanttevredenheid.csv: invented answers of respondents, five years long, shaped so that
 * the rolling five-month NPS drifts as satisfaction figures do and ends near +10 in Zuid and -5 in Noord.
 *
 *   node samples/generate-klanttevredenheid.mjs            writes the file
 *   node samples/generate-klanttevredenheid.mjs --print    prints it
 *
 * Random, but always the same: the numbers come from a seed. The seed was chosen by trying seeds until the two
 * end values lay close to their aims; a file of this size cannot help being off by a few points otherwise.
 */
import { writeFileSync } from "node:fs";

const seed = 292;
const target = new URL("./samen-voor-zuid/klanttevredenheid.csv", import.meta.url);

/** The expected NPS at some months (0 = January 2018), with straight lines between them. */
const oevers = [
  {
    gebied: "zuidoever",
    course: [
      [0, -8],
      [14, -2],
      [27, 6],
      [33, 2],
      [46, 7],
      [59, 10],
    ],
  },
  {
    gebied: "noordoever",
    course: [
      [0, -10],
      [16, -7],
      [27, -1],
      [36, -6],
      [48, -4],
      [59, -5],
    ],
  },
];

/** How often each answer is given within its group, and how often each moment of measurement occurs. */
const answers = {
  promotor: { 9: 0.62, 10: 0.38 },
  passief: { 7: 0.44, 8: 0.56 },
  criticaster: { 6: 0.42, 5: 0.25, 4: 0.11, 3: 0.08, 2: 0.05, 1: 0.05, 0: 0.04 },
};
const moments = { "3 maanden": 0.4, "6 maanden": 0.27, "12 maanden": 0.18, uitstroom: 0.15 };
const passiveShare = 0.36;
const blankShare = 0.012;
const fewest = 25;
const most = 40;

/** A small generator of random numbers from 0 up to 1 (mulberry32). */
function mulberry32(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The value of a broken line at a month. */
function onCourse(course, month) {
  const next = course.findIndex(([at]) => at >= month);
  if (next === 0) return course[0][1];
  const [[from, low], [to, high]] = [course[next - 1], course[next]];
  return low + ((high - low) * (month - from)) / (to - from);
}

/** Draws one of the keys of `shares`, which are shares of 1. */
function draw(shares, random) {
  let left = random();
  for (const [key, share] of Object.entries(shares)) {
    left -= share;
    if (left < 0) return key;
  }
  return Object.keys(shares)[0];
}

function answer(nps, random) {
  if (random() < blankShare) return "";
  const promotor = (1 - passiveShare + nps / 100) / 2;
  const groups = { promotor, passief: passiveShare, criticaster: 1 - passiveShare - promotor };
  return draw(answers[draw(groups, random)], random);
}

/** The whole file as text: one answer a line, by date. */
function generate(random) {
  const lines = ["datum;gebied;cijfer;meetmoment"];
  for (let month = 0; month < 60; month += 1) {
    const year = 2018 + Math.floor(month / 12);
    const days = new Date(Date.UTC(year, (month % 12) + 1, 0)).getUTCDate();
    const given = oevers.flatMap(({ gebied, course }) => {
      const count = fewest + Math.floor(random() * (most - fewest + 1));
      return Array.from({ length: count }, () => ({
        day: 1 + Math.floor(random() * days),
        rest: [gebied, answer(onCourse(course, month), random), draw(moments, random)].join(";"),
      }));
    });
    given.sort((a, b) => a.day - b.day);
    for (const { day, rest } of given) {
      const date = [day, (month % 12) + 1].map((part) => String(part).padStart(2, "0"));
      lines.push(`${date.join("-")}-${year};${rest}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

const text = generate(mulberry32(seed));
if (process.argv.includes("--print")) process.stdout.write(text);
else writeFileSync(target, text);
