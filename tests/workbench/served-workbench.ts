import { spawn } from "node:child_process";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";

const root = join(__dirname, "../..");

export interface ServedWorkbench {
  /** A fresh page with the workbench in it, once the add-in takes calls; `query` such as `?set=12`. */
  open: (query?: string) => Promise<Page>;
  /** The addresses outside this machine that a page asked for. */
  outside: string[];
  close: () => Promise<void>;
}

/** The workbench as `npm start` serves it, and a browser to see it in. */
export async function servedWorkbench(): Promise<ServedWorkbench> {
  const server = spawn(process.execPath, [join(root, "scripts/serve.mjs"), "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await new Promise<string>((resolve, reject) => {
    server.stdout.on("data", (text: Buffer) => {
      const found = /https:\/\/localhost:\d+/.exec(text.toString());
      if (found) resolve(found[0]);
    });
    server.on("exit", () => reject(new Error("The server of the workbench stopped.")));
  });
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    // Debian's Chromium does not start its sandbox as root.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const outside: string[] = [];
  return {
    outside,
    open: async (query = "") => {
      const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: "nl-NL" });
      const page = await context.newPage();
      page.on("request", (request) => {
        const url = request.url();
        if (url.startsWith("http") && !url.startsWith(address)) outside.push(url);
      });
      await page.goto(`${address}/werkbank/${query}`);
      await page.waitForSelector("body[data-state=ready]");
      return page;
    },
    close: async () => {
      await browser.close();
      server.kill();
    },
  };
}
