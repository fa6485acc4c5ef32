import type { Extract } from "../../src/extracts/extract";
import type { KindId } from "../../src/extracts/kind";
import { readExtract } from "../../src/extracts/read-extract";

/** A CSV text as a file in UTF-8. */
export function fileOf(text: string, name = "test.csv") {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** Reads a CSV text as an extract, and fails the test when it cannot be read. */
export function extractOf(text: string, kind?: KindId): Extract {
  const reading = readExtract(fileOf(text), kind);
  if (!reading.ok) throw new Error(reading.problem);
  return reading.extract;
}

/** Why a CSV text cannot be read; fails the test when it can. */
export function problemOf(text: string, kind?: KindId): string {
  const reading = readExtract(fileOf(text), kind);
  if (reading.ok) throw new Error(`read as ${reading.extract.kind}`);
  return reading.problem;
}
