import { Work } from '../../evaluate/work.ts';
import type { ExtendedTextInteraction, TextEntryInteraction } from '../../model/interaction.ts';
import type { PlainValue, Scalar } from '../../model/value.ts';
import type { Declared } from '../../value/plain.ts';
import { readPlain } from '../../value/read-plain.ts';
import { type CheckScope, counted, type Finding, fail } from './finding.ts';
import { matchesPattern } from './pattern.ts';
import { readNumber, recordOfText } from './typed-number.ts';

/** The longest text that a candidate may give, in characters. */
export const MAX_TEXT = 20_000;

/**
 * Checks what was typed. A number arrives as text or as a number; text that is no number is an incomplete answer, not a
 * wrong one to send. So is text that its pattern does not match.
 */
export function checkText(
  interaction: TextEntryInteraction | ExtendedTextInteraction,
  declared: Declared,
  sent: unknown,
  scope: CheckScope,
): Finding {
  const texts = typeof sent === 'string' ? [sent] : Array.isArray(sent) ? sent : [];
  if (texts.some((text) => typeof text === 'string' && text.length > MAX_TEXT)) {
    return fail(scope, 'too-long', `takes ${MAX_TEXT} characters at most`);
  }
  const { cardinality, baseType } = declared;
  if (cardinality === 'record') {
    const text = typedText(sent);
    if (text === undefined || text === '') return readAs(sent, declared, scope);
    if (text.length > MAX_TEXT) return fail(scope, 'too-long', `takes ${MAX_TEXT} characters at most`);
    return { value: recordOfText(text), hint: patternHint(interaction, [text], scope) };
  }
  if (baseType !== 'integer' && baseType !== 'float') {
    const read = readAs(sent, declared, scope);
    return 'reason' in read ? read : finish(interaction, read.value, texts, scope);
  }
  if (typeof sent === 'string' && cardinality === 'single') {
    if (sent.trim() === '') return finish(interaction, null, [], scope);
    const value = readNumber(sent, baseType, interaction.base);
    if (value !== undefined) return finish(interaction, value, texts, scope);
    return { value: null, hint: `"${scope.identifier}" wants a number` };
  }
  if (Array.isArray(sent) && cardinality !== 'single' && sent.length <= 1000) {
    const typed = sent.filter((text) => typeof text !== 'string' || text.trim() !== '');
    const numbers = typed.map((text: unknown) =>
      typeof text === 'string' ? readNumber(text, baseType, interaction.base) : text,
    );
    if (numbers.includes(undefined)) return { value: null, hint: `"${scope.identifier}" wants numbers` };
    const read = readAs(numbers, declared, scope);
    return 'reason' in read ? read : finish(interaction, read.value, texts, scope);
  }
  const read = readAs(sent, declared, scope);
  return 'reason' in read ? read : finish(interaction, read.value, texts, scope);
}

/** What was typed for a record: sent as it is, or in a record, whose other fields then follow from it and nothing else. */
function typedText(sent: unknown): string | undefined {
  if (typeof sent === 'string') return sent;
  if (typeof sent !== 'object' || sent === null || !Object.hasOwn(sent, 'stringValue')) return undefined;
  const { stringValue } = sent as { readonly stringValue: unknown };
  return typeof stringValue === 'string' ? stringValue : undefined;
}

function readAs(sent: unknown, declared: Declared, scope: CheckScope): Finding {
  const read = readPlain(sent, declared);
  return read.ok ? { value: read.value, hint: null } : fail(scope, 'wrong-type', read.text);
}

function finish(
  interaction: TextEntryInteraction | ExtendedTextInteraction,
  value: PlainValue,
  texts: readonly unknown[],
  scope: CheckScope,
): Finding {
  const kept = withoutEmpty(value, interaction.cardinality);
  const count = kept === null ? 0 : Array.isArray(kept) ? kept.length : 1;
  if (interaction.interaction === 'extended-text') {
    const { min, max } = interaction.strings;
    if (max !== null && max > 0 && count > max && interaction.cardinality !== 'single') {
      return fail(scope, 'too-many-strings', `takes ${counted(max, 'text')} at most, not ${count}`);
    }
    if (count < min) return { value: kept, hint: `"${scope.identifier}" wants at least ${counted(min, 'text')}` };
  }
  return { value: kept, hint: patternHint(interaction, texts, scope) };
}

/** Lines that were left empty are no answers; of ordered ones the place counts, so that only those at the end go. */
function withoutEmpty(value: PlainValue, cardinality: Declared['cardinality']): PlainValue {
  if (!Array.isArray(value)) return value;
  const members: readonly Scalar[] = value;
  const last = members.findLastIndex((member) => member !== '');
  const kept = cardinality === 'ordered' ? members.slice(0, last + 1) : members.filter((member) => member !== '');
  return kept.length === 0 ? null : kept;
}

function patternHint(
  { patternMask }: TextEntryInteraction | ExtendedTextInteraction,
  texts: readonly unknown[],
  scope: CheckScope,
): string | null {
  if (patternMask === null) return null;
  const work = scope.work ?? new Work();
  const answered = texts.filter((text) => typeof text === 'string' && text !== '');
  const fits = answered.every((text) => typeof text === 'string' && matchesPattern(text, patternMask, work));
  return fits ? null : `"${scope.identifier}" is not in the form that the item asks for`;
}
