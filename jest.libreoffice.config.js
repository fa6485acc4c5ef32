const unit = require("./jest.config.js");

/** The checks that need LibreOffice; `npm test` finds or installs it and gives its place in SOFFICE. */
module.exports = { ...unit, testMatch: ["**/*.libreoffice.ts"], testTimeout: 120_000 };
