import { CREDENTIALS_V1_CONTEXT } from './contexts.ts';
import { dateProblems } from './data-model/dates.ts';
import { textProblem } from './data-model/language.ts';
import { achievementProblems, isAchievementCredential } from './data-model/open-badges.ts';
import type { Profile, ProfileOptions } from './data-model/profile.ts';
import { type RelatedResources, relatedResourceProblems, unreadResources } from './data-model/related-resource.ts';
import { typedProblems } from './data-model/typed.ts';
import { isUrl } from './data-model/url.ts';
import { hasType, idOf, isObject, type Json, type JsonObject, listOf } from './json.ts';
import { type Check, failed, passed } from './report.ts';

/** Options of `checkStructure`. */
export interface StructureOptions extends ProfileOptions {
  /** Resources whose digests are compared; others are left open. */
  readonly relatedResources?: RelatedResources;
}

function issuerProblems(issuer: Json | undefined): string[] {
  return !Array.isArray(issuer) && isUrl(idOf(issuer)) ? [] : ['issuer must be one URI, or an object whose id is one'];
}

/** Problems of the name and description of a node. */
export function labelProblems(node: JsonObject, at: string, profile: Profile): string[] {
  return ['name', 'description'].flatMap((name) => {
    const value = node[name];
    const problem = value === undefined ? undefined : textProblem(value, profile);
    return problem === undefined ? [] : [`${at}${name} ${problem}`];
  });
}

function subjectProblems(subjects: readonly Json[]): string[] {
  return subjects.length > 0 && subjects.every((subject) => isObject(subject) && Object.keys(subject).length > 0)
    ? []
    : ['credentialSubject must say something'];
}

function proofProblems(proof: Json | undefined): string[] {
  return proof === undefined || (listOf(proof).length > 0 && listOf(proof).every(isObject))
    ? []
    : ['proof must be an object or a list of them'];
}

/** Tells whether a document begins with the context of version 1.1. */
export function isVersionOne(document: JsonObject): boolean {
  return listOf(document['@context'])[0] === CREDENTIALS_V1_CONTEXT;
}

/** What is wrong with the form of a screened credential, each a clause; empty when nothing is. */
export function credentialProblems(document: JsonObject, options: StructureOptions = {}): string[] {
  const { profile = 'plain', relatedResources = new Map() } = options;
  const versionOne = profile === 'data-model' && isVersionOne(document);
  return [
    ...(Array.isArray(document['@context']) ? [] : ['@context must be an array']),
    ...(hasType(document, 'VerifiableCredential') ? [] : ['type must include VerifiableCredential']),
    ...(listOf(document.type).every((type) => typeof type === 'string') ? [] : ['each type must be text']),
    ...issuerProblems(document.issuer),
    ...dateProblems(document, versionOne),
    ...labelProblems(document, '', profile),
    ...(isObject(document.issuer) ? labelProblems(document.issuer, 'issuer.', profile) : []),
    ...typedProblems(document),
    ...subjectProblems(listOf(document.credentialSubject)),
    ...relatedResourceProblems(document, relatedResources),
    ...proofProblems(document.proof),
    ...(!versionOne && isAchievementCredential(document) ? achievementProblems(document, profile) : []),
  ];
}

/**
 * Checks the members that the data model requires, and for an achievement credential those of Open Badges.
 *
 * @param document screened in the same profile. In `data-model` a credential of version 1.1 is read by its own rules.
 * @see Verifiable Credentials Data Model 2.0, 4.3 to 4.12 and 5.3; Open Badges 3.0, data model: AchievementCredential,
 *   AchievementSubject, Achievement.
 */
export function checkStructure(document: JsonObject, options: StructureOptions = {}): Check {
  const problems = credentialProblems(document, options);
  if (problems.length > 0) {
    return failed('structure', 'malformed', `The credential is not well-formed: ${problems.slice(0, 4).join('; ')}.`);
  }
  const unread = unreadResources(document, options.relatedResources);
  const kind = isAchievementCredential(document) ? 'an Open Badges 3.0 credential' : 'a verifiable credential';
  return passed(
    'structure',
    unread.length === 0
      ? `It is ${kind}.`
      : `It is ${kind}. It refers to ${unread.length} other document(s), which were not read and could not be compared.`,
  );
}
