import { parseTimestamp } from './dates.ts';
import { hasType, idOf, isObject, type Json, type JsonObject, listOf } from './json.ts';
import { type Check, failed, passed } from './report.ts';

const ACHIEVEMENT_CREDENTIALS = ['AchievementCredential', 'OpenBadgeCredential'];

function textProblems(node: JsonObject, at: string, names: readonly string[]): string[] {
  return names
    .filter((name) => typeof node[name] !== 'string' || node[name] === '')
    .map((name) => `${at}${name} must be text`);
}

function issuerProblems(issuer: Json | undefined): string[] {
  const id = Array.isArray(issuer) ? undefined : idOf(issuer);
  return id !== undefined && /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(id)
    ? []
    : ['issuer must be one URI, or an object whose id is one'];
}

function dateProblems(document: JsonObject): string[] {
  return ['validFrom', 'validUntil', 'awardedDate']
    .filter((name) => document[name] !== undefined && parseTimestamp(document[name]) === undefined)
    .map((name) => `${name} must be a time with its zone, such as 2030-03-02T00:00:00Z`);
}

function typedProblems(document: JsonObject): string[] {
  return ['credentialStatus', 'evidence', 'termsOfUse', 'refreshService', 'credentialSchema'].flatMap((name) =>
    listOf(document[name]).every((entry) => isObject(entry) && listOf(entry.type).length > 0)
      ? []
      : [`each ${name} must be an object with a type`],
  );
}

function labelProblems(node: JsonObject, at: string): string[] {
  return textProblems(
    node,
    at,
    ['name', 'description'].filter((name) => node[name] !== undefined),
  );
}

function achievementProblems(subject: Json): string[] {
  if (!isObject(subject) || !hasType(subject, 'AchievementSubject')) {
    return ['credentialSubject must be of the type AchievementSubject'];
  }
  const holder = typeof subject.id === 'string' || listOf(subject.identifier).length > 0;
  const achievement = subject.achievement;
  return [
    ...labelProblems(subject, 'credentialSubject.'),
    ...(holder ? [] : ['credentialSubject must say who holds it, by id or by identifier']),
    ...(isObject(achievement) && hasType(achievement, 'Achievement')
      ? [
          ...textProblems(achievement, 'achievement.', ['id', 'name', 'description']),
          ...(isObject(achievement.criteria) ? [] : ['achievement.criteria must be an object']),
        ]
      : ['credentialSubject.achievement must be of the type Achievement']),
  ];
}

/**
 * Checks the members that the data model requires, and for an achievement credential those of Open Badges.
 *
 * @see Verifiable Credentials Data Model 2.0, 4.4 to 4.10; Open Badges 3.0, data model: AchievementCredential,
 *   AchievementSubject, Achievement.
 */
export function checkStructure(document: JsonObject): Check {
  const subjects = listOf(document.credentialSubject);
  const achievement = ACHIEVEMENT_CREDENTIALS.some((type) => hasType(document, type));
  const problems = [
    ...(Array.isArray(document['@context']) ? [] : ['@context must be an array']),
    ...(hasType(document, 'VerifiableCredential') ? [] : ['type must include VerifiableCredential']),
    ...(listOf(document.type).every((type) => typeof type === 'string') ? [] : ['each type must be text']),
    ...issuerProblems(document.issuer),
    ...dateProblems(document),
    ...labelProblems(document, ''),
    ...(isObject(document.issuer) ? labelProblems(document.issuer, 'issuer.') : []),
    ...typedProblems(document),
    ...(subjects.length > 0 && subjects.every((subject) => isObject(subject) && Object.keys(subject).length > 0)
      ? []
      : ['credentialSubject must say something']),
    ...(achievement ? textProblems(document, '', ['id', 'validFrom']) : []),
    ...(achievement ? subjects.flatMap(achievementProblems) : []),
  ];
  return problems.length === 0
    ? passed('structure', achievement ? 'It is an Open Badges 3.0 credential.' : 'It is a verifiable credential.')
    : failed('structure', 'malformed', `The credential is not well-formed: ${problems.slice(0, 4).join('; ')}.`);
}
