import { functionRecords } from "../src/measures";
import { signature } from "../src/measures/notation";
import packageJson from "../package.json";
import { byId, element } from "./elements";

void Office.onReady(() => {
  byId("functies").append(
    ...functionRecords.map((record) =>
      element("li", [element("code", [signature(record)]), element("div", [record.help], "secondary")]),
    ),
  );
  byId("versie").textContent = `Versie ${packageJson.version}`;
});
