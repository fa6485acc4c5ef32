import { rowsProblem, sizeProblem, togetherProblem } from "../../src/extracts/file-size";
import { readExtract } from "../../src/extracts/read-extract";
import { rowsOf, type ReadFile } from "../../src/scorecard/inspect-files";

/** What is too large to be read together; its message is Dutch and for the user. */
export class TooLargeError extends Error {}

/** Reads the files that the user chose, one after the other; nothing of them leaves the pane. */
export async function readFiles(files: File[]): Promise<ReadFile[]> {
  const problems = files.map(({ size }) => sizeProblem(size));
  const together = togetherProblem(files.map(({ size }, index) => (problems[index] === null ? size : 0)));
  if (together !== null) throw new TooLargeError(together);
  const read: ReadFile[] = [];
  for (const [index, file] of files.entries()) {
    const { name } = file;
    const problem = problems[index];
    read.push(
      problem === null
        ? await readBytes(name, await file.arrayBuffer())
        : { name, sha256: "", reading: { ok: false, problem: `${name}: ${problem}` } },
    );
    const tooMany = rowsProblem(rowsOf(read));
    if (tooMany !== null) throw new TooLargeError(tooMany);
  }
  return read;
}

/** Reads the samples that are published with the add-in. */
export async function readSamples(): Promise<ReadFile[]> {
  const names = (await (await fetched("voorbeelden/index.json")).json()) as string[];
  return Promise.all(
    names.map(async (name) => readBytes(name, await (await fetched(`voorbeelden/${name}`)).arrayBuffer())),
  );
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

async function readBytes(name: string, bytes: ArrayBuffer): Promise<ReadFile> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return {
    name,
    sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join(""),
    reading: readExtract({ name, bytes: new Uint8Array(bytes) }),
  };
}
