import { MAX_WORK, Work } from '../evaluate/work.ts';
import type { AreaMapping, Mapping, ResponseDeclaration } from '../model/declarations.ts';
import type { Expression } from '../model/expression.ts';
import type { AssessmentItem } from '../model/item.ts';
import type { PlainValue, PlainValues } from '../model/value.ts';
import { type AnswerSet, answersTo } from './answers.ts';
import { indexOf } from './item-index.ts';
import { own } from './item-state.ts';
import { scoreItem } from './score-item.ts';
import { startItem } from './start-item.ts';
import { tellingAnswers } from './telling-answers.ts';

/** Beyond this many different answers an item is not tried out in full; of one with very many variables, fewer. */
const MAX_TRIALS = 4096;
const MAX_TRIED_VARIABLES = 400_000;

const known = new WeakMap<AssessmentItem, { readonly score: number | null }>();

/**
 * The most score points that any answer to the item earns: by trying every valid answer while there are at most 4,096
 * (of texts and points: every one that the processing tells apart). Beyond that: what the key earns by a template that
 * matches it, the highest sums of mappings, the `normal-maximum` declared of SCORE, or the default of MAXSCORE. Of an
 * item with random values: as they are for seed 0. Of an adaptive item, which takes several attempts, and of a
 * score that others set: what is declared.
 *
 * @returns score points; null when the item is not scorable, has no numeric SCORE, or its maximum cannot be known.
 */
export function maxScore(item: AssessmentItem): number | null {
  const found = known.get(item);
  if (found !== undefined) return found.score;
  const score = findMaximum(item);
  known.set(item, { score });
  return score;
}

function findMaximum(item: AssessmentItem): number | null {
  const { processing } = item;
  if (processing.type !== 'rules') return null;
  const { outcomes, interactions } = indexOf(item);
  const declared = outcomes.get('SCORE');
  if (declared === undefined) return null;
  const stated = declared.normalMaximum ?? numeric(outcomes.get('MAXSCORE')?.defaultValue ?? null);
  if (item.adaptive || declared.externalScored !== null) return stated;
  const keys = keyOf(item);
  const answerable = item.responses.filter(({ identifier }) => interactions.has(identifier));
  const sets = answerable.map((response): [string, AnswerSet | undefined] => {
    const interaction = interactions.get(response.identifier);
    const listed = interaction === undefined ? undefined : answersTo(interaction, response);
    return [response.identifier, listed ?? tellingAnswers(item, response, own(keys, response.identifier))];
  });
  const trials = sets.reduce((product, [, set]) => product * (set?.count ?? Infinity), 1);
  const variables = item.responses.length + item.outcomes.length + item.templates.length;
  if (trials <= MAX_TRIALS && trials * variables <= MAX_TRIED_VARIABLES) {
    const tried = best(item, everyAnswer(sets));
    if (tried !== undefined) return tried;
  }
  switch (processing.template) {
    case 'match_correct':
    case 'CC2_match':
    case 'CC2_match_basic':
      return best(item, [null, keys]) ?? stated;
    default:
      return sumOfMappings(item) ?? stated;
  }
}

/** The highest score of the answers; undefined where trying them takes too long. */
function best(item: AssessmentItem, answers: Iterable<PlainValues | null>): number | null | undefined {
  const work = new Work(2 * MAX_WORK);
  let most: number | null = null;
  for (const answer of answers) {
    const scored = scoreItem(item, answer, { work });
    if (!scored.ok && scored.reason === 'not-scorable') return undefined;
    if (scored.ok && scored.score !== null && (most === null || scored.score > most)) most = scored.score;
  }
  return most;
}

/** The keys, those that template processing sets among them. */
function keyOf(item: AssessmentItem): PlainValues {
  const set = startItem(item).correct;
  return Object.fromEntries(
    item.responses.map(({ identifier, correct }) => [identifier, own(set, identifier) ?? correct]),
  );
}

function* everyAnswer(sets: readonly [string, AnswerSet | undefined][]): Generator<PlainValues> {
  const [first, ...rest] = sets;
  if (first === undefined) {
    yield {};
    return;
  }
  const [identifier, set] = first;
  for (const others of everyAnswer(rest)) {
    for (const value of set?.answers() ?? []) yield { ...others, [identifier]: value };
  }
}

/** The maximum of rules that add up mappings and do nothing else; null of any other rules. */
function sumOfMappings(item: AssessmentItem): number | null {
  if (item.processing.type !== 'rules') return null;
  const { template, rules } = item.processing;
  if (template !== null) return mappedMaximum(item, 'RESPONSE');
  let total = 0;
  for (const rule of rules) {
    if (rule.rule !== 'set-outcome-value' || rule.identifier !== 'SCORE') return null;
    const terms = termsOf(rule.value);
    if (!terms.some((term) => term.op === 'variable' && term.identifier === 'SCORE')) total = 0;
    for (const term of terms) {
      if (term.op === 'variable' && term.identifier === 'SCORE') continue;
      const most =
        term.op === 'map-response' || term.op === 'map-response-point' ? mappedMaximum(item, term.identifier) : null;
      if (most === null) return null;
      total += most;
    }
  }
  return total;
}

function termsOf(value: Expression): readonly Expression[] {
  return value.op === 'sum' ? value.of.flatMap(termsOf) : [value];
}

function mappedMaximum(item: AssessmentItem, identifier: string): number | null {
  const { responses, interactions } = indexOf(item);
  const declared = responses.get(identifier);
  const interaction = interactions.get(identifier);
  const mapping = declared?.mapping ?? declared?.areaMapping ?? null;
  if (declared === undefined || interaction === undefined || mapping === null || mapping.defaultValue > 0) {
    return null;
  }
  const max =
    'maxChoices' in interaction
      ? interaction.maxChoices
      : 'associations' in interaction
        ? interaction.associations.max
        : 0;
  return clampedSum(mapping, limit(declared, max));
}

function limit({ cardinality }: ResponseDeclaration, max: number | null): number {
  if (cardinality === 'single') return 1;
  return max === null || max === 0 ? Infinity : max;
}

function clampedSum({ entries, lowerBound, upperBound }: Mapping | AreaMapping, most: number): number {
  const points = entries.map(({ value }) => value).filter((value) => value > 0);
  const sum = points
    .sort((low, high) => high - low)
    .slice(0, most)
    .reduce((total, value) => total + value, 0);
  return Math.min(Math.max(sum, lowerBound ?? -Infinity), upperBound ?? Infinity);
}

function numeric(value: PlainValue): number | null {
  return typeof value === 'number' ? value : null;
}
