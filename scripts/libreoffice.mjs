import { existsSync } from "node:fs";
import { run } from "./set-up.mjs";

const places = [
  "/usr/bin/soffice",
  "/usr/lib/libreoffice/program/soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];
const find = () => process.env.SOFFICE ?? places.find((place) => existsSync(place));

/** Where LibreOffice is; on Debian, as root, it is installed when it is not there. Undefined when there is none. */
export function libreOffice() {
  const found = find();
  if (found) return found;
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return undefined;
  console.log("LibreOffice installeren voor de controle van de werkmap...");
  const quiet = { quiet: true, env: { DEBIAN_FRONTEND: "noninteractive" } };
  run("apt-get", ["update"], quiet);
  run("apt-get", ["install", "-y", "--no-install-recommends", "libreoffice-calc-nogui"], quiet);
  return find();
}

export const howToGetLibreOffice =
  "install LibreOffice (on Debian: apt-get install libreoffice-calc-nogui), or point SOFFICE at its soffice program";
