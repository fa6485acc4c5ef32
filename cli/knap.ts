import { parseArgs } from "node:util";
import { callFunction } from "./call-function";
import { checkFiles } from "./check-files";
import { makeScorecard } from "./make-scorecard";
import { exitCode, InputError, UsageError } from "./usage-error";

const usage = `KNAP op de opdrachtregel

  knap scorecard MAP --uit BESTAND.xlsx   maak van de extracten in een map een werkmap met de scorecard
      --vervang                           overschrijf BESTAND.xlsx als het al bestaat
      --zonder-foute-regels               ga verder zonder de regels waarin een fout staat
      --zonder-onbekende-bestanden        ga verder zonder CSV-bestanden die geen extract zijn
      --drempel 15                        toon geen aantallen van minder personen dan dit (10, en minstens 5)
  knap controleer BESTAND...              wat voor extract is het, en welke regels zijn fout
  knap roep FUNCTIE [JSON...]             bereken een functie zoals Excel dat doet, bijvoorbeeld
                                          knap roep NPS "[[10],[9],[3],[null]]"

  --json   antwoord in JSON, voor een ander programma (scorecard en controleer)
  --help   deze uitleg

Een lege cel is null, een bereik is een lijst van rijen.
Afsluitcode: 0 gelukt, 1 fout in de invoer of een foutwaarde als uitkomst, 2 verkeerde opdracht,
70 fout in KNAP zelf.`;

async function run(given: string[]): Promise<number> {
  // The arguments of a function are JSON: -3 among them is a number and no option.
  if (given[0] === "roep") return callFunction(given.slice(1));
  const { values, positionals } = parse(given);
  const [command, ...rest] = positionals;
  if (values.help || command === undefined) {
    console.log(usage);
    return values.help ? exitCode.done : exitCode.wrongUse;
  }
  const json = values.json ?? false;
  if (command === "controleer") return checkFiles(rest, { json });
  if (command === "scorecard") {
    return makeScorecard(rest, {
      output: values.uit,
      replace: values.vervang ?? false,
      skipFaultyRows: values["zonder-foute-regels"] ?? false,
      skipUnknownFiles: values["zonder-onbekende-bestanden"] ?? false,
      json,
      ...(values.drempel === undefined ? {} : { threshold: wholeNumber(values.drempel) }),
    });
  }
  throw new UsageError(
    `De opdracht ${command} bestaat niet. Kies scorecard, controleer of roep; zie knap --help.`,
  );
}

/** NaN for what is no whole number, such as 1e1 or a blank. */
const wholeNumber = (text: string): number => (/^\d+$/.test(text) ? Number(text) : NaN);

function parse(given: string[]) {
  try {
    return parseArgs({
      args: given,
      allowPositionals: true,
      options: {
        uit: { type: "string" },
        vervang: { type: "boolean" },
        "zonder-foute-regels": { type: "boolean" },
        "zonder-onbekende-bestanden": { type: "boolean" },
        drempel: { type: "string" },
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch {
    throw new UsageError(
      `Deze opties kent knap niet, of er ontbreekt een waarde: ${given.join(" ")}. Zie knap --help.`,
    );
  }
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof UsageError || error instanceof InputError) {
      console.error(error.message);
      process.exitCode = error instanceof UsageError ? exitCode.wrongUse : exitCode.faultyInput;
    } else {
      console.error(
        "Er ging iets mis in KNAP zelf. Meld dit met de tekst hieronder; er is niets geschreven.",
      );
      console.error(error);
      process.exitCode = exitCode.ownFault;
    }
  },
);
