const unit = require("./jest.config.js");

/** The checks that need a browser; `npm test` finds or installs one and gives its place in CHROMIUM. */
module.exports = { ...unit, testMatch: ["**/*.browser.ts"], maxWorkers: 1, testTimeout: 60_000 };
