/** Unit tests: everything under tests/ that needs no other program than Node. */
module.exports = {
  testEnvironment: "node",
  // The core that jest leaves free by itself is half of a small machine.
  maxWorkers: "100%",
  roots: ["<rootDir>/tests"],
  testMatch: ["**/*.test.ts"],
  transform: {
    "^.+\\.ts$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" }, target: "es2022" } }],
  },
};
