/** What Univer 0.25.1 calls in English, whatever its language is. */
const inDutch: Record<string, string> = {
  "Sheet tabs": "Bladen",
  "Sidebar panel": "Zijpaneel",
  "Resize sidebar": "Breedte van het zijpaneel",
  "Close sidebar": "Zijpaneel sluiten",
  "Notifications alt+T": "Meldingen (Alt+T)",
  "Close toast": "Melding sluiten",
  Close: "Sluiten",
  "Close badge": "Sluiten",
  Previous: "Vorige",
  Next: "Volgende",
  Back: "Terug",
  "Previous Month": "Vorige maand",
  "Next Month": "Volgende maand",
  increment: "Hoger",
  decrement: "Lager",
};

/** The buttons around the tabs, in their order: Univer gives them an icon only. */
const beforeTabs = ["Blad toevoegen", "Lijst van bladen"];
const afterTabs = ["Tabs naar links schuiven", "Tabs naar rechts schuiven"];

/** Gives what Univer puts on the page a Dutch name, as soon as it appears. */
export function dutchLabels(grid: HTMLElement): void {
  const label = () => {
    document.querySelectorAll("[aria-label], [title]").forEach(translate);
    document.querySelectorAll(".univer-sr-only").forEach((one) => {
      const text = inDutch[one.textContent];
      if (text) one.textContent = text;
    });
    labelGrid(grid);
  };
  let isPlanned = false;
  // Univer's menus and messages stand beside the grid, at the end of the page.
  new MutationObserver(() => {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(() => {
      isPlanned = false;
      label();
    });
  }).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["aria-label", "title"],
  });
  label();
}

function translate(element: Element): void {
  for (const name of ["aria-label", "title"]) {
    const text = inDutch[element.getAttribute(name) ?? ""];
    if (text) element.setAttribute(name, text);
  }
}

function labelGrid(grid: HTMLElement): void {
  const tabs = grid.querySelector("[role=tablist]");
  const buttons = [...grid.querySelectorAll("[data-u-comp=sheet-bar-append-button]")];
  const isAfter = (one: Element) =>
    tabs !== null && Boolean(tabs.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  for (const [names, of] of [
    [beforeTabs, buttons.filter((one) => !isAfter(one))],
    [afterTabs, buttons.filter(isAfter)],
  ] as const)
    of.forEach((button, i) => set(button, { "aria-label": names[i], title: names[i] }));
  // With a tabindex of 1 Tab would go to them before all else on the page; they take the keyboard from the editor.
  grid.querySelectorAll("canvas").forEach((canvas) => set(canvas, { tabindex: "-1" }));
  // It has the focus when the grid has.
  const editor = grid.querySelector("[data-u-comp=editor]");
  if (editor) set(editor, { role: "textbox", "aria-label": "Cellen van het blad" });
}

function set(element: Element, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes))
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
