#!/usr/bin/env node
// npx knap: the command line, built first when it is not there or older than its sources.
import { createRequire } from "node:module";
import { join } from "node:path";
import { ensureBuild, ensurePackages, root } from "./set-up.mjs";

ensurePackages();
ensureBuild();
createRequire(import.meta.url)(join(root, "build", "knap.js"));
