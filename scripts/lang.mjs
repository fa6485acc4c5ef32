// What `npm test` has time for a part of: the audits of what a reader can infer (tests/privacy) with the table of
// docs/kleine-aantallen.md, and the drawn layouts of panels. Takes minutes. Another number of draws: npm run lang -- 200
import { spawnSync } from "node:child_process";

const draws = process.argv[2] ?? "60";
/** The tests of which `npm test` makes a part of the draws. */
const long = ["tests/privacy", "never-misread", "never-misapplied", "names-by-position", "weights-by-name"];
const { status } = spawnSync(
  process.execPath,
  ["node_modules/jest/bin/jest.js", ...long, "--testTimeout=3600000"],
  { stdio: "inherit", env: { ...process.env, KNAP_DRAWS: draws } },
);
process.exitCode = status ?? 1;
