import { readExtract } from "../../src/extracts/read-extract";
import type { ReadFile } from "../../src/scorecard/inspect-files";

/** Reads the files that the user chose; nothing of them leaves the pane. */
export const readFiles = (files: File[]): Promise<ReadFile[]> =>
  Promise.all(files.map(async (file) => readBytes(file.name, await file.arrayBuffer())));

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
