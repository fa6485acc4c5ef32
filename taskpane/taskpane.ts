import { functionRecords } from "../src/measures";
import { signature } from "../src/measures/notation";
import packageJson from "../package.json";
import { byId, element } from "./elements";

byId("functies").append(
  ...functionRecords.map((record) =>
    element("li", [element("code", [signature(record)]), element("div", [record.help], "secondary")]),
  ),
);
byId("versie").textContent = `Versie ${packageJson.version}`;

// Excel waits for this call before it takes the add-in for loaded. Opened as a page of its own, or where
// Microsoft's Office.js could not be loaded, the pane says so instead of failing silently.
if (typeof Office === "undefined") byId("buiten-excel").hidden = false;
else void Office.onReady();
