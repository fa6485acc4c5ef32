const unit = require("./jest.config.js");

/**
 * The built add-in in the workbench: `*.browser.ts` in a browser, which `npm test` finds or installs and of which
 * CHROMIUM has the place, and `*.workbench.ts` in Node, where they take too long for a unit test.
 */
module.exports = {
  ...unit,
  testMatch: ["**/*.browser.ts", "**/*.workbench.ts"],
  maxWorkers: 1,
  testTimeout: 60_000,
};
