import type { Column, Kind, KindId } from "./kind";

/** Columns that more than one kind has. */
const jaar: Column = { name: "jaar", type: "jaar" };
const gebied: Column = { name: "gebied", type: "gebied" };
const persoon: Column = { name: "persoon_id", type: "code", isPerson: true };
const gebiedsdeel: Column = {
  name: "gebiedsdeel",
  type: "keuze",
  choices: { Zuid: [], Overig: [] },
  optional: true,
  derivedFrom: ["gebied"],
};

/** A count or an amount that may be marked as not published. */
const measure = (name: string, type: "aantal" | "getal" = "aantal", more: Partial<Column> = {}): Column => ({
  name,
  type,
  mayBeMissing: true,
  ...more,
});

/** A column that a file may have and whose cells may be empty. */
const extra = (name: string, type: Column["type"], more: Partial<Column> = {}): Column => ({
  name,
  type,
  optional: true,
  mayBeMissing: true,
  ...more,
});

/**
 * Every kind of extract that KNAP knows, with its columns in the order in which they are shown.
 *
 * Which cells may be missing: whatever says *which* row it is (the year, the gebied, the person) must be
 * there; a figure may be missing, because it may not have been published; an answer may be missing, because
 * a respondent may skip a question. Of a person `maanden_bijstand` must be there, and every answer with ja or nee: what
 * is not known would count as nee and silently make a figure too low.
 */
export const kinds: Readonly<Record<KindId, Kind>> = {
  klanttevredenheid: {
    title: "Klanttevredenheid",
    description: "Een rij is het antwoord van een respondent: het cijfer van 0 tot en met 10 in een maand.",
    columns: [
      { name: "datum", type: "maand" },
      gebied,
      gebiedsdeel,
      { name: "cijfer", type: "cijfer", mayBeMissing: true, ofOnePerson: true },
      extra("meetmoment", "keuze", {
        choices: {
          "3 maanden": ["3", "3 mnd", "3 maand", "3mnd"],
          "6 maanden": ["6", "6 mnd", "6 maand", "6mnd"],
          "12 maanden": ["12", "12 mnd", "12 maand", "12mnd"],
          uitstroom: ["bij uitstroom"],
        },
      }),
    ],
    placeColumns: ["gebied"],
  },

  bijstandspersonen: {
    title: "Personen in de bijstand",
    description: "Een rij is een persoon in een jaar, met het aantal maanden bijstand en de kenmerken.",
    personLevel: true,
    columns: [
      persoon,
      jaar,
      gebied,
      gebiedsdeel,
      { name: "maanden_bijstand", type: "aantal", max: 12, ofOnePerson: true },
      { name: "december", type: "janee" },
      extra("geslacht", "tekst"),
      extra("leeftijd", "aantal", { max: 120, ofOnePerson: true }),
      extra("geboortejaar", "jaar"),
      extra("huishouden", "tekst"),
      extra("opleiding", "tekst"),
      extra("werk_december", "janee", { mayBeMissing: false }),
    ],
    key: ["persoon_id", "jaar"],
    placeColumns: ["gebied"],
  },

  contacten: {
    title: "Contacten",
    description: "Een rij is een contact met een persoon, met de datum en het onderwerp.",
    personLevel: true,
    columns: [
      persoon,
      { name: "datum", type: "datum" },
      gebied,
      gebiedsdeel,
      { name: "onderwerp", type: "tekst", mayBeMissing: true },
      extra("reintegratie", "janee", { mayBeMissing: false }),
    ],
    placeColumns: ["gebied"],
  },

  instrumenten: {
    title: "Instrumenten",
    description: "Een rij is een instrument dat voor een persoon is ingezet, met de startdatum en het type.",
    personLevel: true,
    columns: [
      persoon,
      { name: "startdatum", type: "datum" },
      gebied,
      gebiedsdeel,
      { name: "type", type: "tekst", mayBeMissing: true },
    ],
    placeColumns: ["gebied"],
  },

  arbeidsmarkt: {
    title: "Arbeidsmarkt",
    description: "Een rij is een gebied in een jaar: bevolking, werkenden en uitkeringen.",
    columns: [
      jaar,
      gebied,
      gebiedsdeel,
      measure("bevolking_15_75"),
      measure("werkenden"),
      measure("bijstand"),
      measure("ww"),
      measure("overige_uitkeringen"),
      measure("uitstroom_naar_werk", "aantal", { optional: true }),
      measure("instroom", "aantal", { optional: true }),
    ],
    key: ["jaar", "gebied"],
    placeColumns: ["gebied"],
  },

  buurtpanel: {
    title: "Buurtpanel",
    description:
      "Een rij is een buurt in een jaar: bijstand en bevolking, voor de synthetische controlegroep.",
    columns: [
      { name: "buurt", type: "tekst" },
      jaar,
      measure("bijstand"),
      measure("bevolking_15_75"),
      extra("buurtcode", "plaatscode"),
      extra("gebied", "gebied"),
      { ...gebiedsdeel, derivedFrom: ["buurtcode", "gebied", "buurt"] },
    ],
    key: ["buurt", "jaar"],
    placeColumns: ["buurtcode", "buurt"],
  },

  maandvolume: {
    title: "Bijstandsvolume per maand",
    description: "Een rij is een gebied in een maand: het bijstandsvolume.",
    columns: [{ name: "maand", type: "maand" }, gebied, gebiedsdeel, measure("bijstandsvolume")],
    key: ["maand", "gebied"],
    placeColumns: ["gebied"],
  },

  capaciteit: {
    title: "Capaciteit",
    description: "Een rij is een gebied in een jaar: werkzoekenden en fte's van consulenten.",
    columns: [
      jaar,
      gebied,
      gebiedsdeel,
      measure("werkzoekenden"),
      measure("fte", "getal", { min: 0 }),
      measure("extra_fte", "getal", { optional: true }),
    ],
    key: ["jaar", "gebied"],
    placeColumns: ["gebied"],
  },

  handhaving: {
    title: "Handhaving",
    description: "Een rij is een gebied in een jaar: maatregelen en heronderzoeken.",
    columns: [
      jaar,
      gebied,
      gebiedsdeel,
      measure("maatregeloverwegingen"),
      measure("maatregelen"),
      measure("heronderzoeken_voorgenomen", "aantal", { optional: true }),
      measure("heronderzoeken_uitgevoerd", "aantal", { optional: true }),
    ],
    key: ["jaar", "gebied"],
    placeColumns: ["gebied"],
  },

  overdrachten: {
    title: "Overdrachten",
    description:
      "Een rij is een richting in een jaar: hoeveel personen van de ene naar de andere partij gingen.",
    columns: [jaar, { name: "van", type: "tekst" }, { name: "naar", type: "tekst" }, measure("aantal")],
    key: ["jaar", "van", "naar"],
  },

  smart: {
    title: "SMART-doelstellingen",
    description: "Een rij is een SMART-doelstelling met norm, peildatum en of zij is behaald.",
    columns: [
      { name: "nummer", type: "code" },
      extra("onderdeel", "code"),
      { name: "doelstelling", type: "tekst", freeText: true },
      measure("norm", "getal", { optional: true, mayBePercentage: true }),
      extra("eenheid", "tekst"),
      extra("peildatum", "datum", { mayBeFuture: true }),
      measure("realisatie", "getal", { optional: true, mayBePercentage: true }),
      {
        name: "behaald",
        type: "keuze",
        mayBeMissing: true,
        choices: { Ja: ["j"], Nee: ["n"], Loopt: ["loopt nog"], "Niet bekend": ["onbekend"] },
      },
    ],
    key: ["nummer", "onderdeel"],
  },

  din_doelen: {
    title: "DIN: doelen",
    description: "Een rij is een doel van het Doelen-Inspanningennetwerk.",
    columns: [
      { name: "doel_id", type: "code" },
      { name: "doel", type: "tekst", freeText: true },
      extra("soort", "keuze", { choices: { strategisch: [], operationeel: [] } }),
      extra("bovenliggend_doel", "code"),
      extra("eigenaar", "tekst"),
    ],
    key: ["doel_id"],
  },

  din_inspanningen: {
    title: "DIN: inspanningen",
    description: "Een rij is een inspanning van het Doelen-Inspanningennetwerk.",
    columns: [
      { name: "inspanning_id", type: "code" },
      { name: "inspanning", type: "tekst", freeText: true },
      extra("soort", "tekst"),
      extra("pijler", "tekst"),
      extra("start", "datum", { mayBeFuture: true }),
      extra("einde", "datum", { mayBeFuture: true }),
      extra("trekker", "tekst"),
      extra("status", "tekst"),
    ],
    key: ["inspanning_id"],
  },

  din_middelen: {
    title: "DIN: middelen",
    description: "Een rij is de inzet voor een inspanning in een jaar: begroot, gerealiseerd en fte's.",
    columns: [
      { name: "inspanning_id", type: "code" },
      jaar,
      measure("begroot", "getal"),
      measure("gerealiseerd", "getal", { optional: true }),
      measure("fte", "getal", { optional: true, min: 0 }),
    ],
    key: ["inspanning_id", "jaar"],
  },

  din_relaties: {
    title: "DIN: relaties",
    description:
      "Een rij is een verband: deze inspanning dient dat doel, met een sterkte van 0 tot en met 3.",
    columns: [
      { name: "inspanning_id", type: "code" },
      { name: "doel_id", type: "code" },
      extra("sterkte", "aantal", { max: 3 }),
    ],
    key: ["inspanning_id", "doel_id"],
  },

  gepubliceerd: {
    title: "Gepubliceerde cijfers",
    description: "Een rij is een getal uit het rapport, met zo veel decimalen als er gedrukt staan.",
    columns: [
      { name: "tabel", type: "tabel" },
      { name: "gebied", type: "keuze", choices: { Zuid: [], Overig: [], Controlegroep: [], Rotterdam: [] } },
      { name: "groep", type: "tekst" },
      { name: "indicator", type: "tekst" },
      { name: "jaar", type: "jaar", mayBeMissing: true },
      { name: "waarde", type: "getal", mayBeMissing: true, mayBePercentage: true },
      extra("decimalen", "aantal", { derivedFrom: ["waarde"], max: 15 }),
      { name: "eenheid", type: "tekst", mayBeMissing: true },
    ],
    key: ["tabel", "gebied", "groep", "indicator", "jaar"],
  },

  herkomst: {
    title: "Herkomst van de bestanden",
    description:
      "Een rij zegt van een bestand in dezelfde map waar de gegevens vandaan komen; de werkmap vermeldt dat.",
    columns: [
      { name: "bestand", type: "tekst" },
      { name: "herkomst", type: "tekst", freeText: true },
    ],
    key: ["bestand"],
  },
};

/** The names of all kinds, in the order of `kinds`. */
export const kindIds = Object.keys(kinds) as KindId[];
