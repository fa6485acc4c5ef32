import { existsSync } from "node:fs";
import { run } from "./set-up.mjs";

/** Programs that a check needs: where they usually are, and the package of Debian that has them. */
const programs = {
  libreOffice: {
    variable: "SOFFICE",
    package: "libreoffice-calc-nogui",
    places: [
      "/usr/bin/soffice",
      "/usr/lib/libreoffice/program/soffice",
      "/Applications/LibreOffice.app/Contents/MacOS/soffice",
      "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
    ],
    how: "install LibreOffice (on Debian: apt-get install libreoffice-calc-nogui), or point SOFFICE at its soffice program",
  },
  chromium: {
    variable: "CHROMIUM",
    package: "chromium",
    places: [
      "/usr/bin/chromium",
      "/usr/bin/chromium-browser",
      "/usr/bin/google-chrome",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
      "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    ],
    how: "install Chromium, Chrome or Edge (on Debian: apt-get install chromium), or point CHROMIUM at it",
  },
};

/**
 * Where a program is; on Debian, as root, it is installed when it is not there.
 *
 * @returns its place, or how to get it
 */
export function program(name) {
  const { variable, package: debian, places, how } = programs[name];
  const find = () => process.env[variable] ?? places.find((place) => existsSync(place));
  if (!find() && process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    console.log(`${debian} installeren voor de controle...`);
    const quiet = { quiet: true, env: { DEBIAN_FRONTEND: "noninteractive" } };
    run("apt-get", ["update"], quiet);
    run("apt-get", ["install", "-y", "--no-install-recommends", debian], quiet);
  }
  const found = find();
  return found ? { found, env: { [variable]: found } } : { how };
}
