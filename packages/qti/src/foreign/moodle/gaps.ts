import { childElements } from '../../xml/tree.ts';
import { type Hole, holesItem, menuHole, replaceInText } from '../build/inline.ts';
import { dragItem } from '../build/pairs.ts';
import { rounded } from '../build/scoring.ts';
import { text } from '../html/content.ts';
import { lineOf } from '../html/words.ts';
import { HOLE, holeOf, takeHoles } from './cloze.ts';
import { childOf, wordsOf } from './element.ts';
import type { KindReader } from './kinds.ts';

/** Where a text of ddwtos and gapselect has a gap: `[[2]]` is filled by the second choice. */
const GAP = /\[\[(\d{1,3})\]\]/g;

export const cloze: KindReader = (source, frame) => {
  const element = childOf(source.element, 'questiontext');
  const { marked, parts, unknown } = takeHoles(wordsOf(element));
  for (const found of unknown) source.lose(source.element, `"${found}" is not understood as a hole; kept as text`);
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  const holes = new Map<number, Hole>();
  for (const [index, part] of parts.entries()) {
    const worth = weights === 0 ? 0 : rounded((frame.points * part.weight) / weights);
    const hole = holeOf(part, index + 1, worth);
    if (hole === undefined) return source.refuse(`hole ${index + 1} has no answer that can be used`);
    holes.set(index, hole);
    if (part.answers.some(({ hasFeedback }) => hasFeedback)) {
      source.lose(source.element, `the feedback of hole ${index + 1} is left out`);
    }
  }
  if (holes.size === 0) source.refuse('the text has no holes, such as {1:SHORTANSWER:=key}');
  const placed = new Set<number>();
  const stem = replaceInText(
    source.content(element, () => marked),
    HOLE,
    (match) => {
      placed.add(Number(match[1]));
      return holes.get(Number(match[1]))?.node ?? text('');
    },
  );
  if (placed.size < holes.size) source.refuse('a hole stands where no text can stand, such as in a tag');
  return holesItem({ ...frame, stem }, [...holes.values()]);
};

export const gapSelect: KindReader = (source, frame) => {
  const options = childElements(source.element)
    .filter(({ local }) => local === 'selectoption')
    .map((element) => ({ text: lineOf(wordsOf(element)), group: wordsOf(element, 'group') }));
  const holes: Hole[] = [];
  const count = [...wordsOf(source.element, 'questiontext').matchAll(GAP)].length;
  if (count === 0) source.refuse('the text has no gaps, such as [[1]]');
  const stem = replaceInText(frame.stem, GAP, (match) => {
    const key = options[Number(match[1]) - 1];
    if (key === undefined) return source.refuse(`the gap ${match[0]} names no choice`);
    const menu = options
      .filter(({ group }) => group === key.group)
      .map((option) => ({ text: option.text, fraction: option === key ? 1 : 0 }));
    const hole = menuHole(holes.length + 1, menu, source.shuffle, rounded(frame.points / count));
    holes.push(hole);
    return hole.node;
  });
  if (holes.length === 0) source.refuse('the text has no gaps, such as [[1]]');
  return holesItem({ ...frame, stem }, holes);
};

export const dragIntoText: KindReader = (source, frame) => {
  const drags = childElements(source.element)
    .filter(({ local }) => local === 'dragbox')
    .map((element) => ({
      text: lineOf(wordsOf(element)),
      group: wordsOf(element, 'group') || '1',
      unlimited: childOf(element, 'infinite') !== undefined,
    }));
  const grouped = new Set(drags.map(({ group }) => group)).size > 1;
  const keys: { gap: string; drag: number }[] = [];
  const content = replaceInText(frame.stem, GAP, (match) => {
    const drag = Number(match[1]) - 1;
    const key = drags[drag];
    if (key === undefined) return source.refuse(`the gap ${match[0]} names no choice`);
    const gap = `G${keys.length + 1}`;
    keys.push({ gap, drag });
    const group = drags.flatMap((other, index) => (other.group === key.group ? [`D${index + 1}`] : []));
    return {
      type: 'gap',
      identifier: gap,
      classes: [],
      matchGroup: grouped ? group : [],
      required: false,
      templateVariable: null,
      showHide: 'show',
    };
  });
  if (keys.length === 0) source.refuse('the text has no gaps, such as [[1]]');
  // Several gaps with one key need it as often.
  const often = (index: number) => keys.filter(({ drag }) => drag === index).length > 1;
  return dragItem(frame, {
    shuffle: source.shuffle,
    drags: drags.map((drag, index) => ({ ...drag, unlimited: drag.unlimited || often(index) })),
    content,
    keys,
  });
};
