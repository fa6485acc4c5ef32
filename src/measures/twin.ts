import type { FunctionRecord } from "./function-record";

/**
 * The native twin of a function with the references of the user filled in.
 *
 * @param references what stands in the place of each `{name}`
 * @throws Error when the function has no twin or a reference is missing: a fault of ours, not of the user
 * @example
 * fillTwin({ id: "X", twin: { formulas: [["{deel}/{geheel}"]] } }, { deel: "A1", geheel: "B1" }) // => [["A1/B1"]]
 */
export function fillTwin(
  record: Pick<FunctionRecord, "id" | "twin">,
  references: Record<string, string>,
): string[][] {
  if ("none" in record.twin) throw new Error(`${record.id} has no native twin.`);
  const fill = (formula: string) =>
    formula.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (!(name in references)) throw new Error(`The twin of ${record.id} needs a reference for ${name}.`);
      return references[name];
    });
  return record.twin.formulas.map((row) => row.map(fill));
}
