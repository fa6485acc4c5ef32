// How fast and how exact the outcome-only synthetic control is, beside others, in one run on the same data.
//
//   node bench/synthetic-control.mjs
//
// It compiles src/ with swc (as the tests do) into a temporary folder, so no build is needed. It runs what it
// finds: R with quadprog and kernlab (apt-get install r-cran-quadprog r-cran-kernlab), Python with scipy
// (apt-get install python3-scipy, or pip), and in that Python pysyncon (pip install pysyncon). PYTHON says which
// Python, such as /usr/bin/python3. What is missing is left out of the table.
//
// Every program fits the same problems: the treated unit ("one fit"), and each donor in turn against the other
// donors ("all placebos"). The data are read first, and do not count. A time is the median of repeated runs in
// one process that is warm. The gap is (objective - ours) / ours, after negative weights are set to 0 and the
// weights divided by their sum; below 5e-14 the table says 0. For the placebos the table gives the median and
// the largest. A time counts in full what the program gives: KNAP's includes the optimality residual and the
// verdict on uniqueness, which the others do not give. It takes about four minutes, most of it SLSQP.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { transformFileSync } from "@swc/core";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = mkdtempSync(join(tmpdir(), "knap-bench-"));

function compile() {
  for (const room of ["synthetic-control", "statistics"]) {
    mkdirSync(join(folder, room));
    for (const file of readdirSync(join(root, "src", room)).filter((name) => name.endsWith(".ts"))) {
      const { code } = transformFileSync(join(root, "src", room, file), {
        jsc: { parser: { syntax: "typescript" }, target: "es2022" },
        module: { type: "commonjs" },
      });
      writeFileSync(join(folder, room, file.replace(/\.ts$/, ".js")), code);
    }
  }
  return createRequire(join(folder, "index.js"))("./synthetic-control/weights.js").syntheticWeights;
}

/** The units of a study over the years before the intervention, the treated unit first. */
function study(name, firstTreated) {
  const text = readFileSync(join(root, "tests/synthetic-control/fixtures", `${name}.csv`), "utf8");
  const [header, ...rows] = text.trim().split(/\r?\n/);
  const pre = rows.map((row) => row.split(",").map(Number)).filter(([year]) => year < firstTreated);
  const units = header
    .split(",")
    .slice(1)
    .map((_, unit) => pre.map((row) => row[unit + 1]));
  return { name, units };
}

/** Random walks: 60 periods, 500 donors, the same at every run. */
function randomWalks(periods, count) {
  let state = 20240501;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const units = Array.from({ length: count + 1 }, () => {
    let level = 10 * random();
    return Array.from({ length: periods }, () => (level += random() - 0.5));
  });
  return { name: `random ${periods}x${count}`, units, large: true };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The median time in ms of repeated runs: at least 3, until half a second has gone or there are 1001. */
function timed(run) {
  run();
  const times = [];
  const start = performance.now();
  while (times.length < 3 || (times.length < 1001 && performance.now() - start < 500)) {
    const before = performance.now();
    run();
    times.push(performance.now() - before);
  }
  return median(times);
}

function objective(units, treated, donors, weights) {
  const positive = weights.map((weight) => Math.max(0, weight));
  const total = positive.reduce((sum, weight) => sum + weight, 0);
  return units[treated].reduce((sum, outcome, t) => {
    const gap = donors.reduce((rest, j, k) => rest - (positive[k] / total) * units[j][t], outcome);
    return sum + gap * gap;
  }, 0);
}

/** The fits of a problem: the treated unit on all donors, then each donor on the others. */
function fits({ units }) {
  const donors = units.map((_, j) => j).slice(1);
  return [0, ...donors].map((treated) => ({ treated, donors: donors.filter((j) => j !== treated) }));
}

function runOurs(problems, syntheticWeights) {
  return problems.map((problem) => {
    const all = fits(problem).map(({ treated, donors }) => [
      problem.units[treated],
      donors.map((j) => problem.units[j]),
    ]);
    return {
      one: timed(() => syntheticWeights(...all[0])),
      placebos: timed(() => all.slice(1).forEach((fit) => syntheticWeights(...fit))),
      weights: all.map((fit) => syntheticWeights(...fit).weights),
    };
  });
}

/**
 * Runs a program of another language. It gets the folder with the problems, and writes JSON lines: a line with
 * its version, and one line per method and problem with the times in ms and the weights of the fits it did.
 */
function runOthers(command, script) {
  const child = spawnSync(command, [join(root, "bench", script), folder], {
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" },
  });
  if (child.error || child.status !== 0) {
    console.error(`${script}: left out (${child.error?.message ?? child.stderr.trim().split("\n").at(-1)})`);
  }
  const lines = (child.stdout ?? "").split("\n").filter((line) => line.startsWith("{"));
  return lines.map((line) => JSON.parse(line));
}

const inMs = (time) => (time === undefined || time === null ? "-" : time.toPrecision(3));
const inGap = (gap) => (gap === undefined ? "-" : Math.abs(gap) < 5e-14 ? "0" : gap.toExponential(0));
const inRatio = (time, ours) =>
  time === undefined || time === null ? "-" : `x${(time / ours).toPrecision(2)}`;

function rowOf(problem, ours, result) {
  const gaps = result.weights.flatMap((weights, i) => {
    const { treated, donors } = fits(problem)[i];
    if (weights === null) return [];
    const least = objective(problem.units, treated, donors, ours.weights[i]);
    return [{ i, gap: (objective(problem.units, treated, donors, weights) - least) / least }];
  });
  const placebos = gaps.filter(({ i }) => i > 0).map(({ gap }) => gap);
  const failed = result.weights.length - gaps.length;
  return [
    problem.name,
    result.method + (failed > 0 ? ` (${failed} failed)` : ""),
    inGap(gaps.find(({ i }) => i === 0)?.gap),
    inMs(result.one),
    inRatio(result.one, ours.one),
    placebos.length === 0 ? "-" : `${inGap(median(placebos))} / ${inGap(Math.max(...placebos))}`,
    inMs(result.placebos),
    inRatio(result.placebos, ours.placebos),
  ];
}

function print(rows) {
  const header = [
    "problem",
    "method",
    "gap",
    "one fit (ms)",
    "ratio",
    "gaps of placebos",
    "all placebos (ms)",
    "ratio",
  ];
  const widths = header.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i].length)));
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(" | ")} |`;
  console.log([line(header), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n"));
}

const load = loadavg();
try {
  const syntheticWeights = compile();
  const problems = [
    study("california", 1989),
    study("basque", 1970),
    study("germany", 1990),
    randomWalks(60, 500),
  ];
  problems.forEach(({ units, large }, i) => {
    const lines = units[0].map((_, t) => units.map((unit) => unit[t]).join(","));
    writeFileSync(join(folder, `problem-${i}-${large ? "large" : "small"}.csv`), lines.join("\n"));
  });
  const ours = runOurs(problems, syntheticWeights);
  const others = [
    ...runOthers("Rscript", "synthetic-control.R"),
    ...runOthers(process.env.PYTHON ?? "python3", "synthetic-control.py"),
  ];
  const versions = others.flatMap(({ version }) => version ?? []);
  console.log(
    `${new Date().toISOString().slice(0, 10)}; load average before ${load[0].toFixed(2)}; ` +
      `Node ${process.versions.node}; ${versions.join("; ")}\n`,
  );
  print(
    problems.flatMap((problem, i) =>
      [{ method: "KNAP", ...ours[i] }, ...others.filter((result) => result.problem === i)].map((result) =>
        rowOf(problem, ours[i], result),
      ),
    ),
  );
} finally {
  rmSync(folder, { recursive: true });
}
