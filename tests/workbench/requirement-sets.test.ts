import { readFileSync } from "node:fs";
import { join } from "node:path";
import { newestSet, oldestSet } from "../../workbench/host/requirement-sets";

const read = (path: string) => readFileSync(join(__dirname, "../..", path), "utf8");

describe("the requirement sets that the workbench poses as", () => {
  it("begin where the manifest does", () => {
    const [, minor] = /<Set Name="ExcelApi" MinVersion="1\.(\d+)"/.exec(read("manifest.xml")) ?? [];
    expect(oldestSet).toBe(Number(minor));
  });

  it("end with the newest that Microsoft's types know", () => {
    const sets = read("node_modules/@types/office-js/index.d.ts").matchAll(/\[Api set: ExcelApi 1\.(\d+)\]/g);
    expect(newestSet).toBe(Math.max(...[...sets].map(([, minor]) => Number(minor))));
  });
});
