// npm run unit: the tests that need nothing but Node, on a fresh build, since some of them call the built files.
import { ensureBuild, ensurePackages, runNode } from "./set-up.mjs";

ensurePackages();
ensureBuild();
process.exit(runNode("node_modules/jest/bin/jest.js", process.argv.slice(2)).code);
