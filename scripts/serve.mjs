// The workbench, the add-in and Office.js on one https address of this machine.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:https";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "selfsigned";
import { root } from "./set-up.mjs";

const MICROSOFT_OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/** What stands where; the first that fits is taken. */
const folders = [
  ["/werkbank/", join(root, "build", "workbench")],
  ["/office/", join(root, "node_modules", "@microsoft", "office-js", "dist")],
  ["/", join(root, "dist")],
];

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".png": "image/png",
  ".xml": "application/xml; charset=utf-8",
  ".woff2": "font/woff2",
};

/**
 * Serves on localhost only.
 *
 * @param port the port to take; another one when it is taken
 * @param trusted a certificate that this computer trusts, for Excel; without it one is made, and Office.js is the
 *   installed one
 * @returns the server and its address
 */
export async function serve(port, trusted) {
  const certificate = trusted ?? (await ownCertificate());
  const server = createServer(certificate, (request, response) => {
    answer(request, response, trusted === undefined).catch((error) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  await listen(server, port).catch((error) => {
    if (error.code !== "EADDRINUSE") throw error;
    return listen(server, 0);
  });
  return { server, address: `https://localhost:${server.address().port}` };
}

/** Office.js talks to its host over https only. This certificate lives as long as this process. */
async function ownCertificate() {
  const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }], {
    keySize: 2048,
    algorithm: "sha256",
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] }],
  });
  return { cert, key };
}

const listen = (server, port) =>
  new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, "localhost", () => {
      server.off("error", fail);
      done();
    });
  });

async function answer(request, response, isWorkbench) {
  const { pathname } = new URL(request.url, "https://localhost");
  const path = fileOf(decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
  const isFile =
    path !== null &&
    (await stat(path).then(
      (found) => found.isFile(),
      () => false,
    ));
  if (!isFile) return response.writeHead(404).end();
  response.setHeader("content-type", types[extname(path)] ?? "application/octet-stream");
  response.setHeader("cache-control", "no-store");
  if (extname(path) !== ".html" || !isWorkbench) return createReadStream(path).pipe(response);
  // Microsoft's address is for Excel; here the same client comes from the installed package.
  const page = await readFile(path, "utf8");
  return response.end(page.replace(MICROSOFT_OFFICE_JS, "/office/office.js"));
}

/** The file of an address, or null when it lies outside the folders. */
function fileOf(pathname) {
  const [prefix, folder] = folders.find(([start]) => pathname.startsWith(start));
  const path = normalize(join(folder, pathname.slice(prefix.length)));
  return path.startsWith(folder + sep) ? path : null;
}

// Called as a program, it serves on the port that is given and says where.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await serve(Number(process.argv[2] ?? 3000));
  console.log(address);
}
