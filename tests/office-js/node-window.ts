import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

/** The add-in in Node, with Microsoft's own Office.js. */
export interface NodeWindow {
  /** Passes a message of the host to the add-in. */
  post: (text: string) => void;
  /** Loads a script of the add-in. */
  load: (path: string) => void;
  /** The add-in's globals, such as Office and Excel. */
  globals: Record<string, unknown>;
}

/**
 * A window with the real, unmodified Office.js client in it, without a browser. It has as much of a window as that
 * client asks for.
 *
 * @param officeFolder the folder `dist` of the package
 * @param receive takes what the add-in posts to the page around it
 * @param own globals that replace those of Node
 */
export function nodeWindow(
  officeFolder: string,
  origin: string,
  receive: (text: string) => void,
  own: Record<string, unknown> = {},
): NodeWindow {
  const listeners: ((event: object) => void)[] = [];
  const parent = { postMessage: receive };
  const window = vm.createContext(Object.assign(browserWindow(officeFolder, origin, parent, listeners), own));
  const load = (path: string) => {
    vm.runInContext(readFileSync(path, "utf8"), window, { filename: path });
  };
  load(join(officeFolder, "office.debug.js"));
  return {
    load,
    globals: window,
    post: (text) =>
      setImmediate(() => listeners.forEach((listener) => listener({ data: text, origin, source: parent }))),
  };
}

/** Scripts that Office.js adds to the head are loaded and run. */
function browserWindow(
  officeFolder: string,
  origin: string,
  parent: object,
  listeners: ((event: object) => void)[],
): object {
  const element = (tagName: string) => ({
    tagName,
    style: {},
    setAttribute() {},
    appendChild() {},
    set href(value: string) {
      const { protocol, hostname, port, host, pathname, search, hash } = new URL(value, origin);
      Object.assign(this, { protocol, hostname, port, host, pathname, search, hash });
    },
  });
  const head = {
    appendChild(script: { src: string; onload?: (event: object) => void }) {
      const path = join(officeFolder, script.src.replace(/^.*\/office\//, ""));
      setImmediate(() => {
        vm.runInContext(readFileSync(path, "utf8"), window, { filename: path });
        script.onload?.({});
      });
    },
  };
  const document = {
    hasFocus: () => true,
    readyState: "complete",
    domain: "localhost",
    URL: origin,
    body: element("body"),
    head,
    documentElement: element("html"),
    addEventListener() {},
    getElementsByTagName: (tag: string) =>
      tag === "head" ? [head] : tag === "script" ? [{ src: `${origin}/office/office.debug.js` }] : [],
    createElement: element,
    querySelectorAll: () => [],
    getElementById: () => null,
  };
  const window: Record<string, unknown> = {
    console,
    // The client leaves timers behind; they must not keep Node from ending.
    setTimeout: (work: () => void, delay: number) => setTimeout(work, delay).unref(),
    clearTimeout,
    setInterval: (work: () => void, delay: number) => setInterval(work, delay).unref(),
    clearInterval,
    performance,
    MessageChannel,
    URL,
    document,
    parent,
    top: parent,
    opener: null,
    history: {},
    navigator: { userAgent: "node" },
    location: {
      href: `${origin}/taskpane.html`,
      // Excel on the web, in Dutch, with the flags of a shared runtime (3).
      search: "?_host_Info=Excel$Web$16.01$nl-NL$c$$$3",
      hash: "",
      origin,
      protocol: "https:",
      hostname: "localhost",
    },
    name: JSON.stringify({ hostInfo: "", xdmInfo: `conv1|app1|${origin}`, serializerVersion: "1" }),
    addEventListener: (type: string, listener: (event: object) => void) =>
      type === "message" && listeners.push(listener),
    removeEventListener() {},
    focus() {},
    blur() {},
    open() {},
  };
  window.window = window;
  window.self = window;
  return window;
}
