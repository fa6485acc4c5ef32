import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkManifest } from "../../scripts/check-manifest.cjs";

const root = resolve(__dirname, "../..");
const assetsFolder = join(root, "assets");

const manifest = readFileSync(join(root, "manifest.xml"), "utf8");
const good = readFileSync(join(__dirname, "valid/intranet.xml"), "utf8");
const bad = (name: string) => readFileSync(join(__dirname, "invalid", `${name}.xml`), "utf8");

/** Manifests with one fault each, and what the check has to say of it. */
const faults: Record<string, string> = {
  "attribute-missing": "<Control> lacks the attribute id",
  "bare-locale": '<DefaultLocale> "nl" will not do: it has to be nl-NL or en-US',
  "base-page-outside-the-runtime": "<DefaultSettings> opens https://intranet.example/knap/handleiding.html",
  "button-outside-the-runtime": '<Action><SourceLocation> uses "Script", where the shared runtime is "Pane"',
  "default-locale-english": "<DefaultLocale> is en-US, where nl-NL is expected",
  "description-too-long": "<Description DefaultValue> has 253 characters, where 250 is the most",
  "duplicate-id-on-the-ribbon": 'the id "Tab" is a duplicate',
  "duplicate-resource": 'the id "Open.Tip" is a duplicate',
  "empty-text": "<Override Value> is empty",
  "extension-point-of-another-host": 'the xsi:type "MessageReadCommandSurface" is none that KNAP can use',
  "high-resolution-icon-of-another-size": "icon-128.png is 128x128, where 64x64 is stated",
  "host-is-word": '<Host Name> "Document" will not do: it has to be Workbook',
  "http-address": '"http://intranet.example/knap/functions.js" will not do: it has to be an https address',
  "icon-does-not-exist": "assets/icon-17.png does not exist",
  "icon-is-no-png": "icon.svg is not a PNG",
  "icon-of-another-size": "icon-64.png is 64x64, where 32x32 is stated",
  "icon-size-missing": "<Icon> lacks the mandatory size 80",
  "icon-size-unknown-to-the-ribbon": '<Image size> "128" will not do',
  "icon-url-of-another-size": "icon-80.png is 80x80, where 32x32 is stated",
  "id-in-braces": "it has to be a GUID",
  "long-string-too-long": "<String DefaultValue> has 256 characters, where 250 is the most",
  "name-too-long": "<DisplayName DefaultValue> has 126 characters, where 125 is the most",
  "namespace-translated": 'the text "Namespace" is translated into en-US, where no language is expected',
  "namespace-with-a-hyphen": '"PROEF-1" cannot be a namespace',
  "not-well-formed": "not well-formed XML",
  "page-outside-the-runtime": '<Page><SourceLocation> uses "Script", where the shared runtime is "Pane"',
  "permission-too-low": '<Permissions> "ReadDocument" will not do: it has to be ReadWriteDocument',
  "requirement-set-missing": "the requirement set SharedRuntime 1.1 is missing",
  "requirement-set-too-low": "the requirement set ExcelApi 1.9 is not the floor (1.12)",
  "requirement-set-too-many": "the requirement set DialogApi 1.1 is not the floor",
  "requirements-in-the-overrides": "<Requirements> is not expected here",
  "resid-of-the-wrong-kind": '<Label> uses "Open.Tip" from LongStrings, but needs one from ShortStrings',
  "resid-too-long": "<Namespace resid> has 33 characters, where 32 is the most",
  "resid-undefined": 'uses the resource "Commands", which is not defined',
  "resource-never-used": 'the resource "Help" is defined but never used',
  "runtime-missing": "<AllFormFactors> is not expected here, but Runtimes is",
  "runtime-short-lived": '<Runtime lifetime> "short" will not do',
  "short-string-too-long": "<String DefaultValue> has 130 characters, where 125 is the most",
  "supertip-without-description": "<Supertip> lacks a child: Description is expected",
  "tab-label-above-its-groups": "<Label> is not expected here, but Group is",
  "translation-missing": "<Description> is translated into no language, where en-US is expected",
  "two-base-addresses": "https://localhost:3000/functions.json is not below https://intranet.example/knap/",
  "unknown-element": "<Motto> is not expected here",
  "version-below-one": '<Version> "0.9.0.0" will not do',
  "wrong-order": "<Permissions> is not expected here, but DefaultSettings is",
};

describe("the manifest of KNAP", () => {
  it("is in order", async () => {
    expect(await checkManifest(manifest, { assetsFolder, base: "https://localhost:3000/" })).toEqual([]);
  });

  it("is in order at any other address that the build gives it", async () => {
    const base = "https://gemeente.example/apps/knap/";
    const built = manifest.replaceAll("https://localhost:3000/", base);
    expect(await checkManifest(built, { assetsFolder, base })).toEqual([]);
  });
});

describe("the check of the manifest", () => {
  it("passes another good manifest", async () => {
    expect(await checkManifest(good, { assetsFolder })).toEqual([]);
  });

  it("names the base address that is expected, if the manifest has another", async () => {
    expect(await checkManifest(good, { assetsFolder, base: "https://localhost:3000/" })).toEqual([
      "line 25: the base address is https://intranet.example/knap/, where https://localhost:3000/ is expected",
    ]);
  });

  it.each(Object.entries(faults))("rejects %s", async (name, fault) => {
    const found = await checkManifest(bad(name), { assetsFolder });
    expect(found).toContainEqual(expect.stringMatching(/^line \d+: /));
    expect(found.join("\n")).toContain(fault);
  });

  it("is told on the command line whether a manifest is in order", () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [join(root, "scripts/check-manifest.cjs"), ...args], { encoding: "utf8" });
    expect(run().status).toBe(0);

    const { status, stderr } = run(join(__dirname, "invalid/id-in-braces.xml"));
    expect(status).toBe(1);
    expect(stderr).toContain("it has to be a GUID");
  });
});

describe("the folder of faulty manifests", () => {
  const lines = (xml: string) => xml.split("\n");
  const only = (one: string, other: string) => lines(one).filter((line) => !lines(other).includes(line));

  it("holds a file for every fault, and no other", () => {
    const names = readdirSync(join(__dirname, "invalid")).map((file) => file.replace(/\.xml$/, ""));
    expect(names.sort()).toEqual(Object.keys(faults).sort());
  });

  it.each(Object.keys(faults))("differs in %s from the good one by that fault only", (name) => {
    expect(bad(name)).not.toBe(good);
    expect(only(bad(name), good).length + only(good, bad(name)).length).toBeLessThanOrEqual(4);
    expect(Math.abs(lines(bad(name)).length - lines(good).length)).toBeLessThanOrEqual(1);
  });
});
