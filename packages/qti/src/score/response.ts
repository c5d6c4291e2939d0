import type { ChoiceInteraction } from '../model/content.ts';
import type { AssessmentItem } from '../model/item.ts';
import { interactionsOf } from '../model/walk.ts';

/** The answer to one response variable: a choice's identifier, a list of them, or null for none (QTI's NULL). */
export type ResponseValue = string | readonly string[] | null;

/** The answers to an item, by response identifier (usually RESPONSE alone). */
export type Responses = Readonly<Record<string, ResponseValue>>;

/** Why a response is invalid. `identifier` is the response variable, or the unexpected name that was sent. */
export interface ResponseError {
  readonly identifier: string;
  readonly reason:
    | 'not-an-object'
    | 'missing-response'
    | 'unknown-response'
    | 'wrong-type'
    | 'unknown-choice'
    | 'repeated-choice'
    | 'too-many-choices';
  readonly text: string;
}

/**
 * A valid response comes back in its one normal form: each declared variable present, an empty list as null.
 * `complete` is false while an interaction has fewer choices than its min-choices: worth a hint, no ground to refuse.
 */
export type ResponseCheck =
  | { readonly ok: true; readonly responses: Responses; readonly complete: boolean }
  | { readonly ok: false; readonly errors: readonly ResponseError[] };

/**
 * Checks an answer as it comes from a browser, before it is saved. Strict: an object with exactly the declared response
 * variables; a string or null for single cardinality, a list of strings or null for multiple; only choices that the
 * item offers, none twice, no more than max-choices.
 */
export function validateResponse(item: AssessmentItem, response: unknown): ResponseCheck {
  if (!isRecord(response)) {
    const example = '{"RESPONSE": "A"}';
    return {
      ok: false,
      errors: [{ identifier: '', reason: 'not-an-object', text: `send an object such as ${example}` }],
    };
  }
  const missing = item.responses.find(({ identifier }) => !Object.hasOwn(response, identifier));
  if (missing !== undefined) {
    const text = `"${missing.identifier}" is missing; send null for no answer`;
    return { ok: false, errors: [{ identifier: missing.identifier, reason: 'missing-response', text }] };
  }
  return checkResponses(item, response);
}

/** As `validateResponse`, but a variable that is absent counts as not answered. */
export function checkResponses(item: AssessmentItem, response: Readonly<Record<string, unknown>>): ResponseCheck {
  const interactions = interactionsOf(item.body);
  const errors: ResponseError[] = [];
  const responses: [string, ResponseValue][] = [];
  let complete = true;
  for (const identifier of Object.keys(response)) {
    if (!item.responses.some((declared) => declared.identifier === identifier)) {
      errors.push({
        identifier,
        reason: 'unknown-response',
        text: `the item has no response "${identifier.slice(0, 60)}"`,
      });
    }
  }
  for (const { identifier } of item.responses) {
    const value = Object.hasOwn(response, identifier) ? response[identifier] : null;
    const interaction = interactions.find(({ responseIdentifier }) => responseIdentifier === identifier);
    const checked = checkValue(identifier, value, interaction);
    if ('reason' in checked) errors.push(checked);
    else responses.push([identifier, checked.value]);
    if (!('reason' in checked) && interaction !== undefined) {
      complete &&= countOf(checked.value) >= interaction.minChoices;
    }
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, responses: Object.fromEntries(responses), complete };
}

function checkValue(
  identifier: string,
  value: unknown,
  interaction: ChoiceInteraction | undefined,
): { value: ResponseValue } | ResponseError {
  const fail = (reason: ResponseError['reason'], text: string): ResponseError => ({ identifier, reason, text });
  if (value === null) return { value };
  if (interaction === undefined) return fail('wrong-type', `"${identifier}" cannot be answered; send null`);
  const { cardinality, choices, maxChoices } = interaction;
  if (cardinality === 'single') {
    if (typeof value !== 'string') return fail('wrong-type', `"${identifier}" takes one choice identifier or null`);
    if (choices.some((choice) => choice.identifier === value)) return { value };
    return fail('unknown-choice', `"${identifier}" has no choice ${JSON.stringify(value.slice(0, 60))}`);
  }
  if (!isStrings(value)) return fail('wrong-type', `"${identifier}" takes a list of choice identifiers or null`);
  const unknown = value.find((chosen) => !choices.some((choice) => choice.identifier === chosen));
  if (unknown !== undefined) {
    return fail('unknown-choice', `"${identifier}" has no choice ${JSON.stringify(unknown.slice(0, 60))}`);
  }
  if (new Set(value).size < value.length) return fail('repeated-choice', `"${identifier}" names a choice twice`);
  if (maxChoices > 0 && value.length > maxChoices) {
    return fail('too-many-choices', `"${identifier}" takes ${maxChoices} choices at most, not ${value.length}`);
  }
  return { value: value.length === 0 ? null : [...value] };
}

function countOf(value: ResponseValue): number {
  if (value === null) return 0;
  return typeof value === 'string' ? 1 : value.length;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
