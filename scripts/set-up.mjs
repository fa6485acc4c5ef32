import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const OLDEST_NODE = [20, 9];
const installedMark = join(root, "node_modules", ".installed-lock-file");

/** Runs a program in the project and gives its exit code; what it prints goes to the terminal. */
export function run(command, args, { quiet = false, env = {} } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    // No standard input: nothing that we start may wait for an answer.
    stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    encoding: "utf8",
    env: { ...process.env, ...env },
    // On Windows npm is a .cmd file, which only the shell can start.
    shell: process.platform === "win32" && command === "npm",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: result.status ?? 1, output: `${result.stdout ?? ""}${result.stderr ?? ""}` };
}

/** Runs a script of an installed package with this very Node. */
export const runNode = (script, args, options) =>
  run(process.execPath, [join(root, script), ...args], options);

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Installs the packages of the lock file, unless exactly those are there already. */
export function ensurePackages() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    fail(
      `KNAP heeft Node ${OLDEST_NODE.join(".")} of nieuwer nodig; dit is Node ${process.versions.node}. Installeer een nieuwere versie van nodejs.org.`,
    );
  }
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(installedMark) && readFileSync(installedMark, "utf8") === lock) return;
  // On standard error, so that the answer of npx knap --json stays JSON.
  console.error("Pakketten installeren (eenmalig, een paar minuten)...");
  const { code, output } = run("npm", ["ci", "--no-audit", "--no-fund"], { quiet: true });
  if (code !== 0)
    fail(
      `${output}\nDe pakketten konden niet worden geïnstalleerd. Controleer de internetverbinding of de npm-instellingen.`,
    );
  writeFileSync(installedMark, lock);
}

/** The newest change in a file or folder, in milliseconds. */
function lastChange(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time tells of files that were removed.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}

/** The workbench is a folder that can be deleted. */
export const hasWorkbench = existsSync(join(root, "workbench"));

const sources = [
  "src",
  "functions",
  "taskpane",
  "cli",
  ...(hasWorkbench ? ["workbench"] : []),
  "assets",
  "manifest.xml",
  "webpack.config.js",
  "package-lock.json",
  "package.json",
];
const buildMark = join(root, "build", "knap.js");

/** Builds the add-in into dist/ and the command line into build/, unless nothing changed since. */
export function ensureBuild() {
  const newest = Math.max(...sources.map((path) => lastChange(join(root, path))));
  const isBuilt =
    existsSync(buildMark) &&
    existsSync(join(root, "dist", "functions.js")) &&
    (!hasWorkbench || existsSync(join(root, "build", "workbench", "werkbank.js")));
  if (isBuilt && statSync(buildMark).mtimeMs > newest) return;
  console.error("Bouwen...");
  const { code, output } = runNode("node_modules/webpack/bin/webpack.js", [], { quiet: true });
  if (code !== 0) fail(`${output}\nHet bouwen is mislukt.`);
}
