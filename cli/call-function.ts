import { resolve } from "node:path";
import { functionHost } from "./function-host";
import { exitCode, UsageError } from "./usage-error";

/**
 * `knap roep FUNCTIE [JSON...] [--adres Blad1!B4:B20]...`: calls a custom function as Excel would and prints its
 * result as JSON. The addresses are those of the ranges, in their order.
 */
export async function callFunction(given: string[]): Promise<number> {
  const { addresses, rest } = withoutAddresses(given);
  const [name, ...texts] = rest;
  // Beside this program's own folder; both are made by the build.
  const host = functionHost(resolve(__dirname, "../dist"));
  if (name === undefined) {
    throw new UsageError(
      `Geef een functie: knap roep NPS '[[10],[9],[3]]'. KNAP heeft: ${host.ids.join(", ")}.`,
    );
  }
  const { result, isError } = await host.call(name, texts.map(parseArgument), addresses);
  console.log(JSON.stringify(result));
  return isError ? exitCode.faultyInput : exitCode.done;
}

/** Takes `--adres ADRES` and `--adres=ADRES` from between the arguments, among which -3 is a number and no option. */
function withoutAddresses(given: string[]): { addresses: string[]; rest: string[] } {
  const addresses: string[] = [];
  const rest: string[] = [];
  for (let i = 0; i < given.length; i++) {
    if (given[i].startsWith("--adres=")) addresses.push(given[i].slice("--adres=".length));
    else if (given[i] !== "--adres") rest.push(given[i]);
    else if (i + 1 < given.length) addresses.push(given[(i += 1)]);
    else throw new UsageError("Na --adres hoort het adres van een bereik, zoals Blad1!B4:B20.");
  }
  return { addresses, rest };
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
