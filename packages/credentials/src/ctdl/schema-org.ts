import type { Json, JsonObject } from '../json.ts';
import { type AwardingBody, checkDescription, type ProgramCost, type ProgramDescription, priceOf } from './program.ts';

const CONTEXT = 'https://schema.org';

function present(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(members).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

const organizationOf = ({ name, url, email }: AwardingBody): JsonObject =>
  present({ '@type': 'Organization', '@id': url, name, url, email });

const offerOf = (cost: ProgramCost, url: string): JsonObject =>
  present({
    '@type': 'Offer',
    name: cost.name,
    description: cost.description,
    price: priceOf(cost),
    priceCurrency: cost.currency,
    url,
  });

const filled = (list: readonly Json[]): Json[] | undefined => (list.length === 0 ? undefined : [...list]);

/**
 * Describes a certification program to search engines: an EducationalOccupationalCredential.
 *
 * @returns JSON-LD; `jsonForScript` makes it safe inside HTML.
 * @throws {RangeError} as `ctdlOfProgram` does.
 * @see https://schema.org/EducationalOccupationalCredential (recognizedBy, validFor, competencyRequired,
 *   credentialCategory) and https://schema.org/CreativeWork (offers, version, inLanguage).
 */
export function schemaOrgOfProgram(program: ProgramDescription): JsonObject {
  checkDescription(program);
  const { url, name, description, abbreviation, edition, organization, costs = [], competencies = [] } = program;
  return present({
    '@context': CONTEXT,
    '@type': 'EducationalOccupationalCredential',
    '@id': url,
    name,
    alternateName: abbreviation,
    description,
    url,
    inLanguage: program.language,
    version: edition,
    credentialCategory: 'Certification',
    recognizedBy: organizationOf(organization),
    validFor: program.validFor,
    competencyRequired: filled(competencies),
    keywords: filled(program.keywords ?? []),
    offers: filled(costs.map((cost) => offerOf(cost, url))),
  });
}

/** What the public page of one credential says of it. */
export interface CredentialDescription {
  /** The page of the credential. */
  readonly url: string;
  readonly name: string;
  readonly description: string;
  readonly language: string;
  readonly organization: AwardingBody;
  /** Number of the certificate. */
  readonly number: string;
  /** ISO 8601 days or instants. */
  readonly awardedOn: string;
  readonly expiresOn?: string;
  /** As the page says it, such as `In force` or `Revoked`. */
  readonly status: string;
  /** The page of the program that it was earned in. */
  readonly programUrl: string;
  /** Left out unless the holder agreed to be found by search engines. */
  readonly holderName?: string;
}

/**
 * Describes one credential to search engines: an EducationalOccupationalCredential, and where the holder agreed to be
 * named, the Person who has it.
 *
 * @returns JSON-LD; `jsonForScript` makes it safe inside HTML.
 * @throws {RangeError} when an address is none.
 * @see https://schema.org/EducationalOccupationalCredential and https://schema.org/hasCredential.
 */
export function schemaOrgOfCredential(credential: CredentialDescription): JsonObject {
  checkDescription(credential);
  const { url, holderName } = credential;
  const described = present({
    '@type': 'EducationalOccupationalCredential',
    '@id': url,
    name: credential.name,
    description: credential.description,
    url,
    inLanguage: credential.language,
    credentialCategory: 'Certification',
    identifier: credential.number,
    recognizedBy: organizationOf(credential.organization),
    dateCreated: credential.awardedOn,
    expires: credential.expiresOn,
    creativeWorkStatus: credential.status,
    isBasedOn: credential.programUrl,
  });
  return holderName === undefined
    ? { '@context': CONTEXT, ...described }
    : { '@context': CONTEXT, '@type': 'Person', name: holderName, hasCredential: described };
}

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/**
 * JSON that can stand inside `<script type="application/ld+json">` whatever its texts are: nothing in it ends the
 * element or opens a comment. Reading it as JSON gives the same value.
 *
 * @see HTML, 4.12.1.3 (restrictions for contents of script elements).
 */
export function jsonForScript(value: Json): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => ESCAPES[character] ?? character);
}
