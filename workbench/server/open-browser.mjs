import { spawn } from "node:child_process";

const openers = {
  darwin: ["open", []],
  win32: ["cmd", ["/c", "start", ""]],
  linux: ["xdg-open", []],
};

/** Whether there is a screen to show a browser on. */
export const hasScreen = () =>
  process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Opens an address in the user's own browser; where that fails the address is on the terminal anyway. */
export function openBrowser(address) {
  const [command, before] = openers[process.platform] ?? openers.linux;
  const opener = spawn(command, [...before, address], { stdio: "ignore", detached: true });
  opener.on("error", () => console.log(`Open zelf ${address} in een browser.`));
  opener.unref();
}
