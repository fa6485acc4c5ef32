import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Column, Kind } from "../../src/extracts/kind";
import { kinds } from "../../src/extracts/kinds";
import { expectation } from "../../src/extracts/values";

const path = join(__dirname, "../../docs/extracten.md");

const introduction = `# De soorten extracten

Een extract is een CSV-bestand: met een puntkomma, komma, tab of | als scheidingsteken, in UTF-8, Windows-1252, UTF-16 of UTF-32. KNAP herkent de soort aan de kolommen; hoofdletters, accenten, spaties, streepjes, punten en de volgorde maken niet uit (\`re-integratie\` is \`reintegratie\`), en kolommen die KNAP niet kent worden genoemd en niet gelezen. Kolommen tussen haken mogen ontbreken.

Een lege cel, \`.\`, \`x\`, \`-\`, \`*\`, \`<10\`, \`-99997\`, \`n.b.\`, \`n.v.t.\` en \`onbekend\` betekenen in een kolom met getallen, datums of ja en nee: niet bekend of niet gepubliceerd. Dat is nooit 0 en nooit nee. In een kolom met namen, codes of categorieën ontbreekt alleen een lege cel of een losse \`.\`, \`-\` of \`*\`: \`<27\` en \`x\` zijn daar namen. Tekens die niet te zien zijn en dubbele spaties maken geen verschil.

Hoe een getal of datum gelezen wordt, zegt de hele kolom. \`13.000\` is dertienduizend naast \`7,5\` en een fout naast \`12.5\`; \`3/4/2021\` is 3 april, tenzij de kolom met \`3/14/2021\` laat zien dat de maand vooraan staat (dat wordt gemeld). Zes cijfers zijn een maand (\`202103\`) of een dag (\`210331\`). Gevraagd wordt ook als met de dag vooraan alle datums in januari vallen en met de maand vooraan op de eerste dag van de maanden (\`1/1/2020\`, \`2/1/2020\`, ...), als een jaar van twee cijfers vooraan kan staan (\`21-03-05\`), als zes cijfers de dag vooraan kunnen hebben (\`050321\`), en als een ander bestand van dezelfde soort laat zien dat de maand vooraan staat. Een dag na het einde van volgend jaar is een fout, behalve in de kolommen \`peildatum\`, \`start\` en \`einde\`. Spreekt een kolom zich tegen, of zegt zij niet wat \`13.000\` of \`190112\` is, dan zijn de cellen die op twee manieren te lezen zijn een fout: er wordt niets geraden. Een tijdstip met een tijdzone telt op de dag die het toen in Nederland was.

Feijenoord, Charlois en IJsselmonde zijn Zuid; elk ander gebied van Rotterdam is Overig. Een CBS-code mag zonder letters en zonder voorloopnul. Buurt, buurtcode en gebied mogen elkaar niet tegenspreken.

Van extracten over personen komen alleen aantallen in de werkmap. Een bestand met burgerservicenummers wordt geweigerd, in welke kolom zij ook staan, ook als KNAP die kolom niet leest: als de naam van de kolom het zegt, als alle nummers van 8 of 9 cijfers (twee of meer) aan de elfproef voldoen, of als er meer voldoen dan bij toeval in 1 op de 1.000 kolommen. Het maakt niet uit hoe zo'n nummer is geschreven: met nullen of letters ervoor, in groepjes, of met een jaar erachter. Voldoen er minder, dan noemt KNAP de regels; bij nummers in een woord of naast een ander nummer alleen als het er meer zijn dan bij toeval. Een melding herhaalt zo'n nummer niet. Een regel waarin geen persoon staat (\`NULL\`, \`geen\`, \`-1\`, \`(leeg)\`) is een fout.

Onder de rijen mogen slotregels staan, zoals \`Bron: CBS\`; zij worden gemeld. Een laatste regel die op een rij lijkt, is een rij, en van meer dan drie laatste regels is alleen een slotregel wat duidelijk tekst is. Een regel met een ander scheidingsteken dan de kop is een fout. Een tweede kop met dezelfde kolommen in dezelfde volgorde wordt overgeslagen en gemeld; een tweede kop met andere kolommen of in een andere volgorde maakt dat het bestand niet wordt gelezen, want wat eronder staat zou in de verkeerde kolommen komen.

Een bestand mag 150 MB groot zijn en 2.500.000 regels of 16.000.000 cellen hebben, alle bestanden samen 150 MB en 3.000.000 regels. Delen van één export mogen overal gesplitst zijn; dezelfde regels in twee bestanden worden geweigerd, ook als zij anders geschreven zijn: codes voor namen, \`1\` voor ja, een maand voor de datums, een nummer dat zijn nullen vooraan kwijt is, of een kolom minder.

<!-- Made from src/extracts/kinds.ts; npm run unit -- tests/extracts/documentation -u writes it anew. -->
`;

function columnLine(column: Column): string {
  const name = column.optional ? `[\`${column.name}\`]` : `\`${column.name}\``;
  const missing = column.mayBeMissing && !column.optional ? "; mag in een regel ontbreken" : "";
  const always = column.optional && !column.mayBeMissing ? "; als de kolom er is, in elke regel" : "";
  return `- ${name}: ${expectation(column)}${missing}${always}`;
}

function kindSection([id, { title, description, personLevel, columns }]: [string, Kind]): string {
  const persons = personLevel ? " Gaat over personen." : "";
  const given = columns.filter((column) => !column.derivedFrom);
  return `## ${title} (\`${id}\`)\n\n${description}${persons}\n\n${given.map(columnLine).join("\n")}\n`;
}

const documentation = [introduction, ...Object.entries(kinds).map(kindSection)].join("\n");

it("docs/extracten.md says what the kinds are", () => {
  if (process.argv.includes("-u")) writeFileSync(path, documentation);
  expect(readFileSync(path, "utf8")).toBe(documentation);
});
