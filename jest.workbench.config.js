const unit = require("./jest.config.js");

/**
 * The built add-in in the workbench: `*.browser.ts` in a browser, which `npm test` finds or installs and of which
 * CHROMIUM has the place, and `*.workbench.ts` in Node.
 */
module.exports = {
  ...unit,
  testMatch: ["**/*.browser.ts", "**/*.workbench.ts"],
  maxWorkers: 1,
  testTimeout: 60_000,
};
