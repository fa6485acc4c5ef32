const { existsSync } = require("node:fs");
const path = require("node:path");
const { sources, Compilation } = require("webpack");
const CopyPlugin = require("copy-webpack-plugin");
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const HtmlPlugin = require("html-webpack-plugin");

/** The address in the sources; the build puts the address of `--env adres=https://...` in its place. */
const SOURCE_ADDRESS = "https://localhost:3000/";
const MICROSOFT_OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/** The files with which a user can try the pane. */
const SAMPLES = "samples/samen-voor-zuid";

const typescript = {
  resolve: { extensions: [".ts", ".js"] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        loader: "swc-loader",
        options: { jsc: { parser: { syntax: "typescript" }, target: "es2020" } },
      },
    ],
  },
};

/**
 * functions.json is written by the metadata plugin, which knows nothing of our address. It sets
 * allowCustomDataForDataTypeAny, by which data types and errors reach a function as arguments. To that we do not add
 * allowErrorForDataTypeAny: with both, volume-licensed Excel 2021 crashes (office-js #4385).
 */
class AddressInMetadata {
  constructor(address) {
    this.address = address;
  }
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("AddressInMetadata", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "AddressInMetadata", stage }, () => {
        compilation.updateAsset(
          "functions.json",
          (old) => new sources.RawSource(old.source().toString().replaceAll(SOURCE_ADDRESS, this.address)),
        );
      });
    });
  }
}

/** The add-in: what a web server hosts and Excel loads. */
function addIn(address, officeJs) {
  const page = (name, chunks) =>
    new HtmlPlugin({
      template: `./taskpane/${name}.html`,
      filename: `${name}.html`,
      chunks,
      scriptLoading: "blocking",
      inject: "body",
      officeJs,
    });
  return {
    ...typescript,
    name: "add-in",
    target: "web",
    entry: {
      functions: "./functions/index.ts",
      taskpane: "./taskpane/taskpane.ts",
      handleiding: "./taskpane/manual.ts",
    },
    output: { path: path.resolve(__dirname, "dist"), filename: "[name].js", clean: true },
    performance: { hints: "error", maxAssetSize: 300_000, maxEntrypointSize: 300_000 },
    plugins: [
      new CustomFunctionsMetadataPlugin({
        output: "functions.json",
        input: ["satisfaction", "representation", "synthetic-control"].map(
          (family) => `./functions/${family}.ts`,
        ),
      }),
      new AddressInMetadata(address),
      // Excel runs the functions in the page of the pane: one shared runtime for both.
      page("taskpane", ["functions", "taskpane"]),
      page("handleiding", ["handleiding"]),
      new CopyPlugin({
        patterns: [
          { from: "assets/*.png" },
          { from: "taskpane/*.css", to: "[name][ext]" },
          { from: `${SAMPLES}/*.csv`, to: "voorbeelden/[name][ext]" },
          {
            from: `${SAMPLES}/*.csv`,
            to: "voorbeelden/index.json",
            transformAll: (files) =>
              JSON.stringify(files.map(({ sourceFilename }) => path.basename(sourceFilename))),
          },
          {
            from: "manifest.xml",
            transform: (manifest) => manifest.toString().replaceAll(SOURCE_ADDRESS, address),
          },
        ],
      }),
    ],
  };
}

/** The command line, one file for Node. */
const commandLine = {
  ...typescript,
  name: "command-line",
  target: "node20",
  entry: { knap: "./cli/knap.ts" },
  output: { path: path.resolve(__dirname, "build"), filename: "[name].js", clean: { keep: /^workbench/ } },
  optimization: { minimize: false },
  performance: { hints: false },
};

/** The workbench: a page for this machine only, beside the add-in and never in dist/. */
const workbench = {
  ...typescript,
  name: "workbench",
  target: "web",
  entry: { werkbank: "./workbench/page/main.ts" },
  output: { path: path.resolve(__dirname, "build", "workbench"), filename: "[name].js", clean: true },
  experiments: { css: true },
  // It never leaves this machine, and making it small takes most of a minute.
  optimization: { minimize: false },
  performance: { hints: false },
  plugins: [new HtmlPlugin({ template: "./workbench/page/index.html", scriptLoading: "defer" })],
};

module.exports = (env = {}) => {
  const address = String(env.adres ?? SOURCE_ADDRESS).replace(/\/*$/, "/");
  if (!/^https:\/\/[^/\s"'<>&]+\/(?:[^\s"'<>&]*\/)?$/.test(address)) {
    throw new Error(`--env adres=${env.adres}: geef een https-adres, zoals https://knap.gemeente.nl/`);
  }
  const mode = env.WEBPACK_SERVE ? "development" : "production";
  return [
    { ...addIn(address, env.officejs ?? MICROSOFT_OFFICE_JS), mode },
    { ...commandLine, mode },
    // A folder that can be deleted.
    ...(existsSync(path.resolve(__dirname, "workbench")) ? [{ ...workbench, mode }] : []),
  ];
};
