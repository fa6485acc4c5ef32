import { functionRecords } from "../src/measures";
import { signature } from "../src/measures/notation";
import packageJson from "../package.json";
import { byId, element } from "./elements";
import { mountScorecard } from "./scorecard/scorecard";

byId("functies").append(
  ...functionRecords.map((record) =>
    element("li", [element("code", [signature(record)]), element("div", [record.help], "secondary")]),
  ),
);
byId("versie").textContent = `Versie ${packageJson.version}`;

// Excel waits for this call before it takes the add-in for loaded. Opened as a page of its own, or where
// Microsoft's Office.js could not be loaded, the pane says so instead of failing silently.
if (typeof Office === "undefined") byId("buiten-excel").hidden = false;
else
  void Office.onReady(({ host }) => {
    // In a browser of its own Office.js loads too, but there is no workbook to write in.
    byId("buiten-excel").hidden = host === Office.HostType.Excel;
    byId("scorecard-deel").hidden = host !== Office.HostType.Excel;
    mountScorecard(byId("scorecard"), byId("scorecard-melding"));
  });
