import { isCalendarDate } from '../../calendar/date.ts';
import { addPeriod, dateOf } from '../../calendar/instant.ts';
import type { CalendarDate } from '../../facts.ts';
import { findDocument, labelOf, titleOf } from '../../lookup.ts';
import { text } from '../../messages/compose.ts';
import type { Program, RequirementOf } from '../../schema/program.ts';
import type { Text } from '../../text.ts';
import { freshSince } from './papers.ts';
import { type ClaimOf, enough, short, type Worth } from './worth.ts';

/** A signature under the document in force. */
export function assessAttestation(
  program: Program,
  rule: RequirementOf<'attestation'>,
  claim: ClaimOf<'attestation'>,
): Worth {
  const version = findDocument(program, rule)?.version ?? '';
  const unsigned = text('attestation.unsigned');
  const signedName = claim.signedName.trim();
  if (signedName === '') return short(unsigned, text('attestation.no-name'));
  if (claim.documentVersion !== version) {
    return short(unsigned, text('attestation.other-version', { signed: claim.documentVersion, version }));
  }
  return enough(text('attestation.signed', { version }), text('attestation.enough', { signedName, version }));
}

/** Consent to a background check, on the day on which it was given. */
export function assessConsent(
  rule: RequirementOf<'background-check'>,
  claim: ClaimOf<'background-check'>,
  givenOn: CalendarDate,
  until: CalendarDate,
): Worth {
  const missing = text('consent.missing');
  const signedName = claim.signedName.trim();
  if (signedName === '') return short(missing, text('attestation.no-name'));
  const since = freshSince(rule.freshFor, until);
  if (since !== undefined && givenOn < since) return short(missing, text('consent.too-old', { givenOn, since }));
  return enough(text('consent.given', { givenOn }), text('consent.enough', { signedName, givenOn }));
}

/** The date of birth. Whoever is born on February 29 reaches an age on February 28 of a year that has no such day. */
export function assessAge(rule: RequirementOf<'age'>, { bornOn }: ClaimOf<'age'>, until: CalendarDate): Worth {
  const needed = rule.minimumYears;
  if (!isCalendarDate(bornOn) || bornOn > until) return short(text('age.none'), text('age.impossible'));
  const reached = dateOf(addPeriod(`${bornOn}T00:00:00.000Z`, `P${needed}Y`));
  const detail = text('age.born', { bornOn });
  if (reached <= until) return enough(detail, text('age.enough', { reached, needed }));
  return { ...short(detail, text('age.short', { reached, needed })), reachedOn: reached };
}

/** Another credential, which has to be in force. */
export function assessCredential(
  program: Program,
  rule: RequirementOf<'credential'>,
  claim: ClaimOf<'credential'>,
  until: CalendarDate,
): Worth {
  const { credential, number, validUntil } = claim;
  const title = labelOf(program.credentials, credential);
  if (!rule.credentials.includes(credential)) {
    return short(text('held.none'), text('held.other', { title, credentials: heldTitles(program, rule) }));
  }
  const detail = text('given', { words: title });
  if (number.trim() === '') return short(detail, text('held.no-number'));
  if (validUntil === undefined) return enough(detail, text('held.enough', { title, number }));
  return validUntil >= until
    ? enough(detail, text('held.enough-until', { title, number, validUntil }))
    : short(detail, text('held.over', { title, validUntil }));
}

/** A training program of the list, completed; its provider confirms it. */
export function assessTraining(
  program: Program,
  rule: RequirementOf<'training'>,
  { trainingProgram, completedOn }: ClaimOf<'training'>,
  until: CalendarDate,
): Worth {
  const title = titleOf(program.trainingPrograms, trainingProgram);
  if (!rule.programs.includes(trainingProgram)) {
    return short(text('training.none'), text('training.other', { title, programs: trainingTitles(program, rule) }));
  }
  const detail = text('training.completed', { title, completedOn });
  if (completedOn > until) {
    return { ...short(detail, text('training.later', { title, completedOn })), reachedOn: completedOn };
  }
  return enough(detail, text('training.stated', { title }));
}

function heldTitles(program: Program, rule: RequirementOf<'credential'>): string {
  return rule.credentials.map((id) => labelOf(program.credentials, id)).join(', ');
}

function trainingTitles(program: Program, rule: RequirementOf<'training'>): string {
  return rule.programs.map((id) => titleOf(program.trainingPrograms, id)).join(', ');
}

/** What a requirement about the person asks for. */
export function personRule(
  program: Program,
  rule: RequirementOf<'attestation' | 'background-check' | 'age' | 'credential' | 'training'>,
): Text {
  switch (rule.kind) {
    case 'attestation':
      return text('attestation.rule', { version: findDocument(program, rule)?.version ?? '' });
    case 'background-check':
      return rule.freshFor === undefined ? text('consent.rule') : text('consent.rule-fresh', { period: rule.freshFor });
    case 'age':
      return text('age.rule', { needed: rule.minimumYears });
    case 'credential':
      return text('held.rule', { credentials: heldTitles(program, rule) });
    case 'training':
      return text('training.rule', { programs: trainingTitles(program, rule) });
  }
}
