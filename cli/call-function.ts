import { resolve } from "node:path";
import { functionHost } from "./function-host";
import { exitCode, UsageError } from "./usage-error";

/** `knap roep FUNCTIE [JSON...]`: calls a custom function as Excel would and prints its result as JSON. */
export async function callFunction([name, ...texts]: string[]): Promise<number> {
  // Beside this program's own folder; both are made by the build.
  const host = functionHost(resolve(__dirname, "../dist"));
  if (name === undefined) {
    throw new UsageError(
      `Geef een functie: knap roep NPS '[[10],[9],[3]]'. KNAP heeft: ${host.ids.join(", ")}.`,
    );
  }
  const { result, isError } = await host.call(name, texts.map(parseArgument));
  console.log(JSON.stringify(result));
  return isError ? exitCode.faultyInput : exitCode.done;
}

/** JSON, or a bare text: NPS for "NPS", and 0,226 as a Dutch user types it in a cell. */
function parseArgument(text: string, index: number): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    if (!/^\s*["[{']/.test(text)) return text;
    throw new UsageError(
      `Argument ${index + 1} is geen JSON: ${text}. Schrijf een getal als 7.5, een tekst als NPS en een bereik als [[10],[9]]; op Windows tussen dubbele aanhalingstekens.`,
    );
  }
}
