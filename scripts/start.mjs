// npm start: from a fresh clone to the scorecard of the samples, without a terminal too.
import { join } from "node:path";
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
if (code === 0)
  console.log("De invoegtoepassing staat in dist/, met manifest.xml. Zie README.md voor de volgende stap.");
process.exit(code);
