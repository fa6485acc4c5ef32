import type { Univer } from "@univerjs/core";
import { focusGrid } from "./focus-grid";
import { movesBetween, paneRegion, regionOf } from "./regions";

/** The regions of this page, from above to below and from left to right. */
export function pageRegions(univer: Univer, byId: (id: string) => HTMLElement): (inner: Window) => void {
  const grid = byId("blad");
  const tabs = () => grid.querySelector<HTMLElement>("[role=tab][aria-selected=true]");
  const isInTabs = (one: Element) => tabs()?.closest("[role=tablist]")?.contains(one) ?? false;
  return movesBetween([
    regionOf(byId("knoppen")),
    regionOf(byId("invoer")),
    {
      has: (one) => grid.contains(one) && !isInTabs(one),
      isThere: () => true,
      enter: () => focusGrid(univer),
    },
    {
      has: isInTabs,
      isThere: () => tabs() !== null,
      enter: () => tabs()?.focus(),
    },
    regionOf(byId("grafieken")),
    regionOf(byId("scheiding")),
    paneRegion(byId("paneel")),
  ]);
}
