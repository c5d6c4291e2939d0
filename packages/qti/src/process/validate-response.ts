import { Work } from '../evaluate/work.ts';
import type { ResponseDeclaration } from '../model/declarations.ts';
import type { InteractionNode } from '../model/interaction.ts';
import type { AssessmentItem } from '../model/item.ts';
import type { ItemSession } from '../model/session.ts';
import type { PlainValue, PlainValues } from '../model/value.ts';
import { readPlain } from '../value/read-plain.ts';
import { checkChoices } from './check/choices.ts';
import { type CheckScope, type Finding, fail, quoted, type ResponseError } from './check/finding.ts';
import { checkFile, checkPlays, checkSlider } from './check/media.ts';
import { checkPairs } from './check/pairs.ts';
import { checkPoints } from './check/points.ts';
import { checkText, MAX_TEXT } from './check/text.ts';
import { indexOf } from './item-index.ts';

export type { ResponseError } from './check/finding.ts';

/**
 * A valid response comes back in its one normal form: each declared variable present, what is empty as null, numbers
 * that were typed as numbers. `complete` is false while it lacks what the item asks for (fewer choices than the
 * minimum, a text in another form): worth a hint, no ground to refuse; `hints` says what, in the order of the
 * variables.
 */
export type ResponseCheck =
  | {
      readonly ok: true;
      readonly responses: PlainValues;
      readonly complete: boolean;
      readonly hints?: readonly { readonly identifier: string; readonly text: string }[];
    }
  | { readonly ok: false; readonly errors: readonly ResponseError[] };

/**
 * Checks an answer as it comes from a browser, before it is saved (QTI 3.0 ASI information model, class Interaction and
 * its kinds). Strict: an object with all response variables that interactions are bound to and no other names; each
 * value of the variable's base type and cardinality, and one that the interaction can give.
 *
 * @param session when given, only choices that it shows count.
 */
export function validateResponse(item: AssessmentItem, response: unknown, session?: ItemSession): ResponseCheck {
  if (!isObject(response)) {
    const text = 'send an object such as {"RESPONSE": "A"}';
    return { ok: false, errors: [{ identifier: '', reason: 'not-an-object', text }] };
  }
  const missing = [...indexOf(item).interactions.keys()].find((identifier) => !Object.hasOwn(response, identifier));
  if (missing !== undefined) {
    const text = `"${missing}" is missing; send null for no answer`;
    return { ok: false, errors: [{ identifier: missing, reason: 'missing-response', text }] };
  }
  return checkResponses(item, response, session);
}

/**
 * As `validateResponse`, but a variable that is absent counts as not answered.
 *
 * @param work what trying patterns may cost; those that take longer are met.
 */
export function checkResponses(
  item: AssessmentItem,
  response: Readonly<Record<string, unknown>>,
  session?: ItemSession,
  work: Work = new Work(),
): ResponseCheck {
  const { responses: declarations, interactions, typedTexts } = indexOf(item);
  const errors: ResponseError[] = [];
  const hints: { identifier: string; text: string }[] = [];
  const check = interactions.size === 0 ? checkUnbound : checkValue;
  const found = new Map<string, PlainValue>();
  for (const identifier of Object.keys(response)) {
    if (declarations.has(identifier)) continue;
    const text = `the item has no response ${quoted(identifier)}`;
    errors.push({ identifier: identifier.slice(0, 60), reason: 'unknown-response', text });
    break;
  }
  for (const declared of item.responses) {
    const { identifier } = declared;
    const sent = Object.hasOwn(response, identifier) ? response[identifier] : null;
    const source = typedTexts.get(identifier);
    const scope: CheckScope = { identifier, templates: session?.templates ?? null, work };
    const finding =
      source === undefined
        ? check(declared, interactions.get(identifier), sent, scope)
        : checkTyped(declared, Object.hasOwn(response, source) ? response[source] : null, sent, scope);
    if ('reason' in finding) {
      errors.push(finding);
      continue;
    }
    found.set(identifier, finding.value);
    if (finding.hint !== null) hints.push({ identifier, text: finding.hint });
  }
  if (errors.length > 0) return { ok: false, errors };
  const responses: PlainValues = Object.fromEntries(found);
  // Who asks for a hint need not have answered.
  if (asksForHint(item, responses)) return { ok: true, responses, complete: true };
  return { ok: true, responses, complete: hints.length === 0, ...(hints.length === 0 ? {} : { hints }) };
}

/** Whether the attempt is ended by a button that counts no attempt (class EndAttemptInteraction). */
export function asksForHint(item: AssessmentItem, responses: PlainValues): boolean {
  for (const [identifier, interaction] of indexOf(item).interactions) {
    if (interaction.interaction === 'end-attempt' && !interaction.countAttempt && responses[identifier] === true) {
      return true;
    }
  }
  return false;
}

function checkValue(
  declared: ResponseDeclaration,
  interaction: InteractionNode | undefined,
  sent: unknown,
  scope: CheckScope,
): Finding {
  if (interaction === undefined) {
    return sent === null ? { value: null, hint: null } : fail(scope, 'wrong-type', 'cannot be answered; send null');
  }
  if (interaction.interaction === 'text-entry' || interaction.interaction === 'extended-text') {
    return checkText(interaction, declared, sent, scope);
  }
  const read = readPlain(sent, declared);
  if (!read.ok) return fail(scope, 'wrong-type', read.text);
  const { value } = read;
  switch (interaction.interaction) {
    case 'choice':
    case 'hottext':
    case 'hotspot':
    case 'inline-choice':
    case 'order':
    case 'graphic-order':
      return checkChoices(interaction, value, scope);
    case 'associate':
    case 'graphic-associate':
    case 'match':
    case 'gap-match':
    case 'graphic-gap-match':
      return checkPairs(interaction, value, scope);
    case 'select-point':
    case 'position-object':
      return checkPoints(interaction, value, scope);
    case 'slider':
      return checkSlider(interaction, value, scope);
    case 'media':
      return checkPlays(interaction, value, scope);
    case 'upload':
    case 'drawing':
      return checkFile(interaction, value, scope);
    case 'end-attempt':
    case 'portable-custom':
    case 'custom':
      return { value, hint: null };
  }
}

/** An item that was stripped of its body for scoring has no interactions: a value is held to its declaration alone. */
function checkUnbound(
  declared: ResponseDeclaration,
  _: InteractionNode | undefined,
  sent: unknown,
  scope: CheckScope,
): Finding {
  const read = readPlain(sent, declared);
  if (!read.ok) return fail(scope, 'wrong-type', read.text);
  return tooLong(read.value) ? fail(scope, 'too-long', LIMIT) : { value: read.value, hint: null };
}

const LIMIT = `takes ${MAX_TEXT} characters at most`;

function tooLong(value: PlainValue): boolean {
  const parts = typeof value === 'object' && value !== null ? Object.values(value) : [value];
  return parts.some((part) => typeof part === 'string' && part.length > MAX_TEXT);
}

/**
 * The variable that gets the text of an entry as it was typed: from the entry when that is still text, else as it was
 * sent.
 */
function checkTyped(declared: ResponseDeclaration, entry: unknown, sent: unknown, scope: CheckScope): Finding {
  const read = readPlain(typeof entry === 'string' ? entry : sent, { ...declared, cardinality: 'single' });
  if (!read.ok) return fail(scope, 'wrong-type', read.text);
  return tooLong(read.value) ? fail(scope, 'too-long', LIMIT) : { value: read.value, hint: null };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
