/** A part of the page that F6 goes to. */
export interface Region {
  /** Whether this element is in it. */
  has: (element: Element) => boolean;
  /** False when it cannot be seen now. */
  isThere: () => boolean;
  enter: () => void;
}

/**
 * Lets F6 go to the next region and Shift+F6 to the one before, as in Excel:
 * https://support.microsoft.com/office/keyboard-shortcuts-in-excel-1798d9d5-842a-42b8-9c99-9b7213f0040f
 *
 * @param regions in their order; the last one goes on to the first
 * @returns to be called with each further window that can have the focus, such as that of an iframe
 */
export function movesBetween(regions: Region[]): (inner: Window) => void {
  const listener = (event: KeyboardEvent) => {
    if (event.key !== "F6" || event.altKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const active = document.activeElement;
    const at = active ? regions.findIndex(({ has }) => has(active)) : -1;
    const step = event.shiftKey ? -1 : 1;
    // From nowhere F6 goes to the first region, and Shift+F6 to the last.
    let next = at < 0 && step < 0 ? regions.length : at;
    for (let tried = 0; tried < regions.length; tried += 1) {
      next = (next + step + regions.length) % regions.length;
      if (regions[next].isThere()) return regions[next].enter();
    }
  };
  // Before Univer, which has keys of its own.
  const listen = (inner: Window) => inner.addEventListener("keydown", listener, { capture: true });
  listen(window);
  return listen;
}

const focusable = "button:not([disabled]), input:not([hidden]), summary, a[href], [tabindex='0']";

/** A region whose first control gets the focus. */
export const regionOf = (element: HTMLElement): Region => ({
  has: (one) => element.contains(one),
  isThere: () => element.checkVisibility() && element.getBoundingClientRect().width > 0,
  enter: () =>
    (element.matches(focusable) ? element : element.querySelector<HTMLElement>(focusable))?.focus(),
});

/** The pane: where the user was in it, or else its first control. */
export const paneRegion = (place: HTMLElement): Region => ({
  has: (one) => place.contains(one),
  isThere: () => place.querySelector("iframe") !== null,
  enter: () => {
    const inner = place.querySelector("iframe")?.contentWindow;
    if (!inner) return;
    inner.focus();
    const { activeElement, body } = inner.document;
    if (!activeElement || activeElement === body) body.querySelector<HTMLElement>(focusable)?.focus();
  },
});
