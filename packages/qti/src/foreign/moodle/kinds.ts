import type { AssessmentItem } from '../../model/item.ts';
import { childElements } from '../../xml/tree.ts';
import { choiceItem, type Option } from '../build/choice.ts';
import type { Frame } from '../build/item.ts';
import { buildItem } from '../build/item.ts';
import { matchingItem, orderItem } from '../build/pairs.ts';
import { entryItem, essayItem, type NumberAnswer, numberEntry, textEntry } from '../build/text.ts';
import { asBlocks, text } from '../html/content.ts';
import { attributeOf, childOf, childrenOf, isOn, numberOf, wordsOf } from './element.ts';
import type { MoodleSource } from './source.ts';

/** Reads an item of one kind; refuses what cannot be an item. */
export type KindReader = (source: MoodleSource, frame: Frame) => AssessmentItem;

export const multichoice: KindReader = (source, frame) => {
  const options = source.answers().map(({ element, fraction }): Option => {
    return { content: source.content(element), fraction, feedback: source.content(childOf(element, 'feedback')) };
  });
  if (options.length < 2) source.refuse('a multiple-choice item needs two answers or more');
  const several = !isOn(source.element, 'single', true);
  if (!options.some(({ fraction }) => fraction > 0))
    source.refuse('no answer earns points; give the key fraction="100"');
  return choiceItem(frame, { several, shuffle: source.shuffle, options });
};

export const trueFalse: KindReader = (source, frame) => {
  const options = source.answers().map(({ element, text: words, fraction }): Option => {
    const label = /^true$/i.test(words) ? 'True' : /^false$/i.test(words) ? 'False' : words;
    return { content: [text(label)], fraction, feedback: source.content(childOf(element, 'feedback')) };
  });
  if (options.length !== 2) source.refuse('a true-false item needs the answers "true" and "false"');
  if (!options.some(({ fraction }) => fraction > 0)) source.refuse('neither true nor false earns points');
  return choiceItem(frame, { several: false, shuffle: false, options });
};

export const shortAnswer: KindReader = (source, frame) => {
  const answers = source.answers().filter(({ text: words }) => words !== '');
  if (!answers.some(({ fraction }) => fraction > 0))
    source.refuse('no answer earns points; give the key fraction="100"');
  loseAnswerFeedback(source);
  return entryItem(
    frame,
    textEntry('RESPONSE', 'SCORE', answers, isOn(source.element, 'usecase', false), frame.points),
  );
};

export const numerical: KindReader = (source, frame) => {
  const answers = source.answers().flatMap(({ element, text: words, fraction }): NumberAnswer[] => {
    const value = words === '*' ? Number.POSITIVE_INFINITY : numberOf(words);
    if (value !== undefined)
      return [{ value, tolerance: Math.abs(numberOf(wordsOf(element, 'tolerance')) ?? 0), fraction }];
    source.lose(element, `the answer "${words.slice(0, 60)}" is not a number; left out`);
    return [];
  });
  if (!answers.some(({ fraction }) => fraction > 0)) source.refuse('no answer is a number that earns points');
  for (const unit of childrenOf(source.element, 'units').flatMap((units) => childrenOf(units, 'unit'))) {
    source.lose(unit, `the unit "${wordsOf(unit, 'unit_name').slice(0, 60)}" is left out: answers are numbers alone`);
  }
  loseAnswerFeedback(source);
  return entryItem(frame, numberEntry('RESPONSE', 'SCORE', answers, frame.points));
};

export const matching: KindReader = (source, frame) => {
  const targets: string[] = [];
  const sources: { content: ReturnType<typeof source.content>; target: number }[] = [];
  for (const pair of childrenOf(source.element, 'subquestion')) {
    const answer = wordsOf(childOf(pair, 'answer'));
    if (answer === '') continue;
    if (!targets.includes(answer)) targets.push(answer);
    const content = source.content(pair);
    if (content.length > 0) sources.push({ content, target: targets.indexOf(answer) });
  }
  if (sources.length < 2) source.refuse('a matching item needs two pairs or more');
  return matchingItem(frame, { shuffle: source.shuffle, sources, targets: targets.map((words) => [text(words)]) });
};

export const essay: KindReader = (source, frame) => {
  const attachments = numberOf(wordsOf(source.element, 'attachments')) ?? 0;
  if (attachments !== 0) source.lose(source.element, 'attachments are left out: the answer is a text');
  const template = source.content(childOf(source.element, 'responsetemplate'));
  if (template.length > 0) source.lose(source.element, 'the text that the answer begins with is left out');
  const notes = source.content(childOf(source.element, 'graderinfo'));
  const lines = numberOf(wordsOf(source.element, 'responsefieldlines')) ?? null;
  const rich = wordsOf(source.element, 'responseformat').startsWith('editor');
  return essayItem({ ...frame, rationale: [...asBlocks(frame.rationale), ...asBlocks(notes)] }, lines, rich);
};

export const ordering: KindReader = (source, frame) => {
  const contents = source.answers().map(({ element }) => source.content(element));
  if (contents.length < 2) source.refuse('an ordering item needs two things to order or more');
  if (wordsOf(source.element, 'gradingtype') !== '-1') {
    source.lose(source.element, 'points for parts of the order are left out: the whole order earns one point');
  }
  return orderItem(frame, contents);
};

export const description: KindReader = (source, frame) => {
  source.lose(source.element, 'a description has nothing to answer; it is read as an item without an interaction');
  return buildItem(frame, { body: asBlocks(frame.stem), responses: [], processing: { type: 'none' } });
};

/** Feedback on a written answer has no place that a candidate would see. */
export function loseAnswerFeedback(source: MoodleSource): void {
  for (const { element } of source.answers()) {
    const feedback = childOf(element, 'feedback');
    if (feedback !== undefined && wordsOf(feedback) !== '') {
      source.lose(feedback, 'feedback on a single written answer is left out');
    }
  }
}

/** Settings of the item that change what it earns or shows and have no form in an item. */
export function loseSettings(source: MoodleSource): void {
  const penalty = numberOf(wordsOf(source.element, 'penalty')) ?? 0;
  const hints = childrenOf(source.element, 'hint').length;
  if (hints > 0) source.lose(source.element, `${hints} hints are left out, with their penalty of ${penalty} a try`);
  for (const child of childElements(source.element)) {
    if (/^(partially)?(correct|incorrect)feedback$/.test(child.local) && !isUsual(wordsOf(child))) {
      source.lose(child, `the feedback <${child.local}> on the whole is left out`);
    }
    if (child.local === 'answernumbering' && !/^(abc|ABCD|none|)$/.test(wordsOf(child))) {
      source.lose(child, `the numbering "${wordsOf(child).slice(0, 20)}" of answers is left out`);
    }
    if (child.local === 'file' && attributeOf(child, 'name') !== '')
      source.lose(child, 'a file outside a text is left out');
  }
}

/** What Moodle itself puts in when nobody wrote anything. */
function isUsual(words: string): boolean {
  return /^(<p>)?(Your answer is (correct|partially correct|incorrect)\.)?(<\/p>)?$/.test(words);
}
