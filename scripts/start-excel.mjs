// npm run start:excel: loads the add-in into a real Excel on this computer, with Microsoft's own tools.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { ensureBuild, ensurePackages, root } from "./set-up.mjs";

if (process.platform !== "win32" && process.platform !== "darwin") {
  console.error(
    "Excel is er voor Windows en Mac, niet voor dit besturingssysteem. Met npm start ziet u KNAP in de werkbank. " +
      "Voor Excel op het web: zet dist/ op een webserver (zie README.md) en kies in Excel Start > Invoegtoepassingen > Mijn invoegtoepassing uploaden.",
  );
  process.exit(1);
}
ensurePackages();
ensureBuild();

/** Not dependencies, since most who build KNAP have no Excel: https://learn.microsoft.com/office/dev/add-ins/testing/test-debug-office-add-ins */
const microsoft = (...args) =>
  new Promise((done) => {
    const windows = process.platform === "win32";
    const child = spawn("npx", ["--yes", ...args], { cwd: root, stdio: "inherit", shell: windows });
    child.on("exit", (code) => (code === 0 ? done() : process.exit(code ?? 1)));
  });

// Asks for permission: Excel takes pages of this computer only with a certificate that the computer trusts.
await microsoft("office-addin-dev-certs@3.0.0", "install");
const certificates = join(homedir(), ".office-addin-dev-certs");
// Not before the packages are there: it needs one of them.
const { serve } = await import("./serve.mjs");
const { address } = await serve(3000, {
  cert: readFileSync(join(certificates, "localhost.crt")),
  key: readFileSync(join(certificates, "localhost.key")),
});
if (!address.endsWith(":3000")) {
  console.error(
    "Poort 3000 is bezet, en het manifest noemt die. Sluit het andere programma en probeer opnieuw.",
  );
  process.exit(1);
}
await microsoft("office-addin-debugging@7.0.0", "start", "dist/manifest.xml", "desktop");
console.log(
  "KNAP staat in Excel zolang dit venster open is. Weghalen: npx office-addin-debugging@7.0.0 stop dist/manifest.xml; daarna Ctrl+C.",
);
