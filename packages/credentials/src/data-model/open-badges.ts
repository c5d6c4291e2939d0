import { hasType, isObject, type Json, type JsonObject, listOf } from '../json.ts';
import { textProblem } from './language.ts';
import type { Profile } from './profile.ts';

const ACHIEVEMENT_CREDENTIALS = ['AchievementCredential', 'OpenBadgeCredential'];

/** Tells whether a document says that it is an achievement credential of Open Badges. */
export function isAchievementCredential(document: JsonObject): boolean {
  return ACHIEVEMENT_CREDENTIALS.some((type) => hasType(document, type));
}

/** Problems of members that must be text and there. */
function requiredText(node: JsonObject, at: string, names: readonly string[]): string[] {
  return names
    .filter((name) => typeof node[name] !== 'string' || node[name] === '')
    .map((name) => `${at}${name} must be text`);
}

function subjectProblems(subject: Json, profile: Profile): string[] {
  if (!isObject(subject) || !hasType(subject, 'AchievementSubject')) {
    return ['credentialSubject must be of the type AchievementSubject'];
  }
  const holder = typeof subject.id === 'string' || listOf(subject.identifier).length > 0;
  const { achievement, name } = subject;
  const label = name === undefined ? undefined : textProblem(name, profile);
  return [
    ...(label === undefined ? [] : [`credentialSubject.name ${label}`]),
    ...(holder ? [] : ['credentialSubject must say who holds it, by id or by identifier']),
    ...(isObject(achievement) && hasType(achievement, 'Achievement')
      ? [
          ...requiredText(achievement, 'achievement.', ['id', 'name', 'description']),
          ...(isObject(achievement.criteria) ? [] : ['achievement.criteria must be an object']),
        ]
      : ['credentialSubject.achievement must be of the type Achievement']),
  ];
}

/**
 * Problems of an achievement credential beyond those of every credential.
 *
 * @see Open Badges 3.0, data model: AchievementCredential, AchievementSubject, Achievement.
 */
export function achievementProblems(document: JsonObject, profile: Profile): string[] {
  return [
    ...requiredText(document, '', ['id', 'validFrom']),
    ...listOf(document.credentialSubject).flatMap((subject) => subjectProblems(subject, profile)),
  ];
}
