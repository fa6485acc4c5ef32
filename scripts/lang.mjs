// The audits of what a reader can infer (tests/privacy) on many more draws than `npm test` has time for, and the table
// of docs/kleine-aantallen.md. Takes minutes. Another number of draws: npm run lang -- 200
import { spawnSync } from "node:child_process";

const draws = process.argv[2] ?? "60";
const { status } = spawnSync(
  process.execPath,
  ["node_modules/jest/bin/jest.js", "tests/privacy", "--testTimeout=3600000"],
  { stdio: "inherit", env: { ...process.env, KNAP_DRAWS: draws } },
);
process.exitCode = status ?? 1;
