import js from "@eslint/js";
import prettier from "eslint-config-prettier";
import importX from "eslint-plugin-import-x";
import officeAddins from "eslint-plugin-office-addins";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import tseslint from "typescript-eslint";

/**
 * Who may import whom. Each entry is a room of the house and the rooms it may look into; all other rooms
 * are closed to it. The rooms in src/ know nothing of Excel, so that every figure can be tested without it.
 */
const mayImport = {
  "src/dutch": [],
  "src/statistics": ["src/synthetic-control"],
  "src/synthetic-control": ["src/statistics"],
  "src/measures": ["src/statistics", "src/synthetic-control", "src/dutch"],
  "src/extracts": ["src/statistics", "src/dutch"],
  "src/scorecard": [
    "src/dutch",
    "src/statistics",
    "src/synthetic-control",
    "src/measures",
    "src/extracts",
    "src/workbook",
  ],
  "src/workbook": ["src/measures"],
  functions: ["src"],
  taskpane: ["src"],
  cli: ["src", "functions"],
  // A folder that can be deleted: nothing imports from it, and it imports nothing of the add-in.
  workbench: [],
};
const rooms = [...Object.keys(mayImport), "tests"];
const closedDoors = Object.entries(mayImport).map(([room, open]) => ({
  target: `./${room}`,
  from: rooms
    .filter((other) => other !== room && !open.some((door) => other === door || other.startsWith(`${door}/`)))
    .map((other) => `./${other}`),
  message: `${room}/ may import only from itself${open.length > 0 ? ` and ${open.join(", ")}` : ""}.`,
}));

const officeGlobals = ["Excel", "Office", "OfficeExtension"].map((name) => ({
  name,
  message: "Only src/workbook/ and taskpane/ touch Office.js.",
}));

export default tseslint.config(
  { ignores: ["dist/", "out/", "build/", "coverage/", "node_modules/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname },
    },
    plugins: { "import-x": importX, "office-addins": officeAddins },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver()] },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones: closedDoors }],
      "import-x/no-cycle": "error",
      "no-restricted-globals": ["error", ...officeGlobals],
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  { files: ["src/workbook/**", "taskpane/**"], rules: { "no-restricted-globals": "off" } },
  {
    // The workbench is the other side: what looks like an unloaded object there is a plain one.
    files: ["workbench/**", "tests/workbench/**"],
    rules: {
      "no-restricted-globals": "off",
      "office-addins/call-sync-before-read": "off",
      "office-addins/load-object-before-read": "off",
    },
  },
  {
    // The matchers of jest, such as expect.objectContaining, are of type any.
    files: ["tests/**"],
    rules: { "@typescript-eslint/no-unsafe-assignment": "off", "@typescript-eslint/no-unsafe-return": "off" },
  },
  {
    files: ["**/*.js", "**/*.mjs", "**/*.cjs"],
    languageOptions: {
      globals: {
        console: "readonly",
        process: "readonly",
        URL: "readonly",
        require: "readonly",
        module: "writable",
        __dirname: "readonly",
      },
    },
  },
  prettier,
);
