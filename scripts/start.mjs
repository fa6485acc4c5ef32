// npm start: from a fresh clone to the scorecard of the samples and the workbench, without a terminal too.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuild, ensurePackages, root, runNode } from "./set-up.mjs";

ensurePackages();
ensureBuild();
const { code } = runNode("build/knap.js", [
  "scorecard",
  join(root, "samples", "samen-voor-zuid"),
  "--uit",
  join(root, "out", "Scorecard Samen voor Zuid.xlsx"),
  // out/ holds only what this script makes.
  "--vervang",
]);
if (code !== 0) process.exit(code);
console.log("De invoegtoepassing staat in dist/, met manifest.xml. Zie README.md voor de volgende stap.");

// The workbench is a folder that can be deleted.
const workbench = join(root, "workbench", "server", "show-workbench.mjs");
if (existsSync(workbench)) {
  const { showWorkbench } = await import(pathToFileURL(workbench).href);
  // Where nobody looks on, it ends after it has seen that the page answers.
  const isUnattended = process.env.CI === "true" || process.argv.includes("--eenmalig");
  await showWorkbench({ isUnattended, withoutBrowser: process.argv.includes("--geen-browser") });
}
