import { request } from "node:https";
import { hasScreen, openBrowser } from "./open-browser.mjs";
import { serve } from "../../scripts/serve.mjs";

/** Where Excel looks for the add-in: the address in manifest.xml. */
const PORT = 3000;

/** Serves the workbench, says how to see it, and opens it where there is a browser. */
export async function showWorkbench({ isUnattended, withoutBrowser }) {
  const { server, address } = await serve(PORT);
  const page = `${address}/werkbank/?voorbeeld`;
  if (isUnattended) {
    const status = await statusOf(page);
    server.close();
    if (status !== 200) throw new Error(`De werkbank antwoordt met ${status}.`);
    console.log(`De werkbank antwoordt op ${page}.`);
    return;
  }
  console.log(`
De werkbank staat op ${page}
Zij draait alleen op deze computer, met een certificaat dat zij zelf maakt. De browser waarschuwt daarom één keer:
kies "Geavanceerd" en daarna "Doorgaan naar localhost". Stoppen: Ctrl+C.`);
  if (!withoutBrowser && hasScreen()) openBrowser(page);
}

const statusOf = (address) =>
  new Promise((resolve, reject) => {
    // Its own certificate, which no one else vouches for.
    request(address, { rejectUnauthorized: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
