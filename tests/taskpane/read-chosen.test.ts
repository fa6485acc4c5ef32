import { explain } from "../../taskpane/scorecard/explain";
import { readFiles } from "../../taskpane/scorecard/read-chosen";

const megabyte = 1024 ** 2;

/** A file of which only the size may be asked. */
const unread = (name: string, size: number) =>
  ({ name, size, arrayBuffer: () => Promise.reject(new Error("read")) }) as unknown as File;

describe("a file that the user chose in the pane", () => {
  it("is read", async () => {
    const [file] = await readFiles([new File(["datum;gebied;cijfer\n2021-03;Zuid;9\n"], "a.csv")]);
    expect(file).toMatchObject({
      name: "a.csv",
      reading: { ok: true },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it("is refused before it is read when it is too large", async () => {
    const [file] = await readFiles([unread("a.csv", 400 * megabyte)]);
    expect(file.reading).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/^a.csv: het bestand is 400 MB groot/),
    });
  });

  it("is refused with others that are too large together, in words for the user", async () => {
    const files = ["a.csv", "b.csv", "c.csv"].map((name) => unread(name, 100 * megabyte));
    const error: unknown = await readFiles(files).catch((reason: unknown) => reason);
    expect(explain(error)).toMatch(/samen 300 MB groot.*Kies er minder/);
  });
});
