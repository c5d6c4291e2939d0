import type { ContentNode } from '../../model/content.ts';
import type { Expression } from '../../model/expression.ts';
import type { TextEntryInteraction } from '../../model/interaction.ts';
import type { AssessmentItem } from '../../model/item.ts';
import type { Branch, ResponseRule } from '../../model/processing.ts';
import { asBlocks, html } from '../html/content.ts';
import { buildItem, type Frame, interactionBase, response } from './item.ts';
import { points, rounded, setOutcome, variable } from './scoring.ts';

/** An accepted text; `*` in it stands for any characters. */
export interface TextAnswer {
  readonly text: string;
  readonly fraction: number;
}

/** An accepted range; from -Infinity to Infinity for every number. */
export interface NumberAnswer {
  readonly value: number;
  readonly tolerance: number;
  readonly fraction: number;
}

/** An inline entry, its declaration and the rule that sets `outcome` to the points it earns. */
export interface Entry {
  readonly node: TextEntryInteraction;
  readonly declared: ReturnType<typeof response>;
  readonly rule: ResponseRule;
}

/** A text entry scored by the first answer that it matches. */
export function textEntry(
  identifier: string,
  outcome: string,
  answers: readonly TextAnswer[],
  caseSensitive: boolean,
  worth: number,
): Entry {
  const best = bestOf(answers);
  const exact = best === undefined || hasWildcard(best.text) ? null : unescaped(best.text);
  const declared = response(identifier, 'single', 'string', exact);
  const branches = answers.map(({ text, fraction }): Branch<ResponseRule> => {
    const given = variable(identifier);
    const condition: Expression = hasWildcard(text)
      ? { op: 'pattern-match', pattern: patternOf(text, caseSensitive), of: [given] }
      : {
          op: 'string-match',
          caseSensitive,
          substring: false,
          of: [given, { op: 'base-value', baseType: 'string', value: unescaped(text) }],
        };
    return { condition, rules: [setOutcome(outcome, points(rounded(fraction * worth)))] };
  });
  const longest = Math.max(0, ...answers.map(({ text }) => text.length));
  return { node: entryNode(declared, longest), declared, rule: firstOf(branches, outcome) };
}

/** A number entry scored by the first range that it lies in. */
export function numberEntry(
  identifier: string,
  outcome: string,
  answers: readonly NumberAnswer[],
  worth: number,
): Entry {
  const best = bestOf(answers);
  const exact = best !== undefined && Number.isFinite(best.value) ? best.value : null;
  const declared = response(identifier, 'single', 'float', exact);
  const branches = answers.map(({ value, tolerance, fraction }): Branch<ResponseRule> => {
    const condition: Expression = Number.isFinite(value)
      ? {
          op: 'equal',
          toleranceMode: tolerance === 0 ? 'exact' : 'absolute',
          tolerance: tolerance === 0 ? [] : [tolerance],
          includeLowerBound: true,
          includeUpperBound: true,
          of: [variable(identifier), { op: 'base-value', baseType: 'float', value }],
        }
      : { op: 'not', of: [{ op: 'is-null', of: [variable(identifier)] }] };
    return { condition, rules: [setOutcome(outcome, points(rounded(fraction * worth)))] };
  });
  return { node: entryNode(declared, 10), declared, rule: firstOf(branches, outcome) };
}

/** An item whose stem is followed by one entry. */
export function entryItem(frame: Frame, entry: Entry): AssessmentItem {
  return buildItem(frame, {
    body: [...asBlocks(frame.stem), html('p', [entry.node])],
    responses: [entry.declared],
    processing: { type: 'rules', template: null, rules: [entry.rule] },
  });
}

/** An item answered by a long text that a person scores. */
export function essayItem(frame: Frame, expectedLines: number | null, rich: boolean): AssessmentItem {
  const declared = response('RESPONSE', 'single', 'string', null);
  const base = interactionBase(declared);
  const entry = { base: 10, stringIdentifier: null, expectedLength: null, patternMask: null, placeholder: null };
  const node: ContentNode = {
    ...base,
    ...entry,
    interaction: 'extended-text',
    prompt: [],
    strings: { min: 0, max: null },
    expectedLines,
    format: rich ? 'xhtml' : 'plain',
  };
  return buildItem(frame, {
    body: [...asBlocks(frame.stem), node],
    responses: [declared],
    processing: { type: 'none' },
    score: { externalScored: 'human', normalMaximum: frame.points },
  });
}

function entryNode(declared: ReturnType<typeof response>, longest: number): TextEntryInteraction {
  return {
    ...interactionBase(declared),
    interaction: 'text-entry',
    base: 10,
    stringIdentifier: null,
    expectedLength: Math.max(5, Math.min(longest, 60)),
    patternMask: null,
    placeholder: null,
    format: null,
  };
}

function firstOf(branches: readonly Branch<ResponseRule>[], outcome: string): ResponseRule {
  return { rule: 'condition', branches, otherwise: [setOutcome(outcome, points(0))] };
}

function bestOf<T extends { readonly fraction: number }>(answers: readonly T[]): T | undefined {
  const positive = answers.filter(({ fraction }) => fraction > 0);
  return positive.toSorted((one, other) => other.fraction - one.fraction)[0];
}

const hasWildcard = (text: string): boolean => /(^|[^\\])\*/.test(text);
const unescaped = (text: string): string => text.replaceAll('\\*', '*');

/** A regular expression of XML Schema, which has no flag for capitals: letters become classes of both. */
function patternOf(text: string, caseSensitive: boolean): string {
  return text.replace(/\\\*|[\s\S]/gu, (character) => {
    if (character === '*') return '[\\s\\S]*';
    const literal = character === '\\*' ? '*' : character;
    const lower = literal.toLowerCase();
    const upper = literal.toUpperCase();
    if (!caseSensitive && lower !== upper && lower.length === 1 && upper.length === 1) return `[${lower}${upper}]`;
    return literal.replace(/[\\.*+?|(){}[\]^$-]/, '\\$&');
  });
}
