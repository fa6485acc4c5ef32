/** The pane of the add-in in an iframe, as Excel on the web opens it. */
export interface PaneFrame {
  post: (text: string) => void;
  /** Loads the add-in anew, as after a restart of its runtime. */
  restart: () => void;
  /** Shows the pane in this theme, whatever that of the browser is. */
  setTheme: (theme: "light" | "dark") => void;
}

/** Excel on the web, in Dutch, with the flags of a shared runtime (3). */
const hostInfo = ["Excel", "Web", "16.01", "nl-NL", "c", "", "", "3"];

/** Office.js talks with the page around it; it trusts one of its own hostname over https. */
export function paneFrame(
  place: HTMLElement,
  address: string,
  receive: (text: string) => void,
  onLoad: (inner: Window) => void,
): PaneFrame {
  let frame: HTMLIFrameElement | null = null;
  let conversation = 0;
  let shown: "light" | "dark" | null = null;
  const showTheme = () => {
    const root = frame?.contentDocument?.documentElement;
    if (root && shown) root.style.colorScheme = shown;
  };
  const open = () => {
    conversation += 1;
    const opened = document.createElement("iframe");
    opened.title = "Paneel van KNAP";
    // Office.js reads who its host is from the name of its window, which must stand before the window is made.
    opened.name = JSON.stringify({
      baseFrameName: "knap",
      hostInfo: hostInfo.join("|"),
      xdmInfo: `conv${conversation}|app1|${location.origin}`,
      serializerVersion: "1",
    });
    opened.src = `${address}?_host_Info=${hostInfo.join("$")}`;
    opened.addEventListener("load", () => {
      showTheme();
      if (opened.contentWindow) onLoad(opened.contentWindow);
    });
    place.replaceChildren(opened);
    frame = opened;
  };
  addEventListener("message", ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source === frame?.contentWindow && origin === location.origin && typeof data === "string")
      receive(data);
  });
  open();
  return {
    post: (text) => frame?.contentWindow?.postMessage(text, location.origin),
    restart: open,
    setTheme: (theme) => {
      shown = theme;
      showTheme();
    },
  };
}
