import type { AssessmentItem } from '../../model/item.ts';
import { choiceItem } from '../build/choice.ts';
import { buildItem, type Frame } from '../build/item.ts';
import { matchingItem } from '../build/pairs.ts';
import { entryItem, essayItem, type NumberAnswer, numberEntry, textEntry } from '../build/text.ts';
import { ItemRefusal } from '../collector.ts';
import { asBlocks, text } from '../html/content.ts';
import type { ForeignMessage } from '../result.ts';
import { type GiftAnswer, giftAnswers } from './answers.ts';
import type { GiftContent } from './content.ts';
import { showEscapes } from './escapes.ts';

/** What an item is read with: its frame, how to read texts, and where messages go. */
export interface GiftContext {
  readonly frame: Frame;
  readonly content: GiftContent;
  readonly line: number;
  readonly messages: ForeignMessage[];
}

/** An item by the block of its answers; null for a text without one. */
export function giftItem(context: GiftContext, block: string | null): AssessmentItem {
  const { frame, line, messages } = context;
  if (block === null) {
    messages.push({ line, text: 'a description has nothing to answer; it is read as an item without an interaction' });
    return buildItem(frame, { body: asBlocks(frame.stem), responses: [], processing: { type: 'none' } });
  }
  const body = block.split('####')[0]?.trim() ?? '';
  if (body === '') return essayItem(frame, null, false);
  const truth = /^(T|TRUE|F|FALSE)\s*(?:#([\s\S]*))?$/i.exec(body);
  if (truth !== null) return trueFalse(context, /^T/i.test(truth[1] ?? ''), truth[2] ?? '');
  if (body.startsWith('#')) return numerical(context, body.slice(1));
  const { answers, rest } = giftAnswers(body);
  if (rest !== '' || answers.length === 0) {
    throw new ItemRefusal(`"${showEscapes(rest || body).slice(0, 60)}" in braces is no answer; begin each with = or ~`);
  }
  if (answers.every(({ isKey, text: words }) => isKey && words.includes('->'))) return matching(context, answers);
  if (answers.every(({ isKey }) => isKey)) return shortAnswer(context, answers);
  return choices(context, answers);
}

function trueFalse({ frame, content }: GiftContext, isTrue: boolean, feedback: string): AssessmentItem {
  const [wrong = '', right = ''] = feedback.split('#');
  const option = (label: string, isKey: boolean) => ({
    content: [text(label)],
    fraction: isKey ? 1 : 0,
    feedback: content.read(isKey ? right : wrong),
  });
  const options = [option('True', isTrue), option('False', !isTrue)];
  return choiceItem(frame, { several: false, shuffle: false, options });
}

/** Several keys with weights and none marked with = may be chosen together, as Moodle has it. */
function choices({ frame, content }: GiftContext, answers: readonly GiftAnswer[]): AssessmentItem {
  const several = !answers.some(({ isKey }) => isKey);
  const options = answers.map(({ isKey, weight, text: words, feedback }) => ({
    content: content.read(words),
    fraction: weight ?? (isKey ? 1 : 0),
    feedback: content.read(feedback),
  }));
  if (!options.some(({ fraction }) => fraction > 0)) throw new ItemRefusal('no answer is right; begin the key with =');
  if (options.length < 2) throw new ItemRefusal('a choice needs two answers or more');
  return choiceItem(frame, { several, shuffle: false, options });
}

function shortAnswer(context: GiftContext, answers: readonly GiftAnswer[]): AssessmentItem {
  loseFeedback(context, answers);
  const texts = answers.map(({ weight, text: words }) => ({ text: showEscapes(words), fraction: weight ?? 1 }));
  return entryItem(context.frame, textEntry('RESPONSE', 'SCORE', texts, false, context.frame.points));
}

function numerical(context: GiftContext, body: string): AssessmentItem {
  const { answers, rest } = giftAnswers(body);
  const all = rest === '' ? answers : [{ isKey: true, weight: null, ...splitFeedback(rest) }, ...answers];
  loseFeedback(context, all);
  const numbers = all.flatMap(({ isKey, weight, text: words }): NumberAnswer[] => {
    const known = rangeOf(words);
    if (known !== undefined) return [{ ...known, fraction: weight ?? (isKey ? 1 : 0) }];
    if (words === '') return [];
    throw new ItemRefusal(`"${showEscapes(words).slice(0, 60)}" is no number; write 3.5, 3.5:0.1 or 3.4..3.6`);
  });
  if (!numbers.some(({ fraction }) => fraction > 0)) throw new ItemRefusal('no number earns points');
  return entryItem(context.frame, numberEntry('RESPONSE', 'SCORE', numbers, context.frame.points));
}

function splitFeedback(source: string): { text: string; feedback: string } {
  const [answer = '', ...feedback] = source.split('#');
  return { text: answer.trim(), feedback: feedback.join('#').trim() };
}

const NUMBER = '[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?';
const RANGE = new RegExp(`^(${NUMBER})\\s*\\.\\.\\s*(${NUMBER})$`);
const TOLERANT = new RegExp(`^(${NUMBER})(?:\\s*:\\s*(${NUMBER}))?$`);

function rangeOf(words: string): { value: number; tolerance: number } | undefined {
  const range = RANGE.exec(words);
  if (range !== null) {
    const [low, high] = [Number(range[1]), Number(range[2])];
    return { value: (low + high) / 2, tolerance: Math.abs(high - low) / 2 };
  }
  const found = TOLERANT.exec(words);
  return found === null ? undefined : { value: Number(found[1]), tolerance: Math.abs(Number(found[2] ?? '0')) };
}

function matching(context: GiftContext, answers: readonly GiftAnswer[]): AssessmentItem {
  const { frame, content } = context;
  loseFeedback(context, answers);
  const targets: string[] = [];
  const sources = answers.flatMap(({ text: words }) => {
    const at = words.indexOf('->');
    const target = words.slice(at + 2).trim();
    if (!targets.includes(target)) targets.push(target);
    const source = content.read(words.slice(0, at));
    return source.length === 0 ? [] : [{ content: source, target: targets.indexOf(target) }];
  });
  if (sources.length < 2) throw new ItemRefusal('matching needs two pairs or more, such as =cat -> mammal');
  const contents = targets.map((target) => content.read(target));
  return matchingItem(frame, { shuffle: true, sources, targets: contents });
}

function loseFeedback({ line, messages }: GiftContext, answers: readonly GiftAnswer[]): void {
  if (answers.some(({ feedback }) => feedback !== '')) {
    messages.push({ line, text: 'feedback on a single written answer is left out' });
  }
}
