/** Unit tests: everything under tests/ that needs no other program than Node. */
module.exports = {
  testEnvironment: "node",
  // The core that jest leaves free by itself is half of a small machine.
  maxWorkers: "100%",
  roots: ["<rootDir>/tests"],
  testMatch: ["**/*.test.ts"],
  transform: {
    "^.+\\.[jt]s$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
  // Modules of Univer that have no CommonJS form.
  transformIgnorePatterns: [
    "/node_modules/(?!(lodash-es|collapse-white-space|n-gram|trigram-utils|franc-min|unicode-regex|regexp-util|cjk-regex|kdbush|quickselect|rbush|nanoid|@univerjs/.*/lib/es)/)",
  ],
};
