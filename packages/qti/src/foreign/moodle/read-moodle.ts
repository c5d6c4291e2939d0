import type { Position } from '../../xml/position.ts';
import { readXml } from '../../xml/read.ts';
import { XmlRefusal } from '../../xml/refusal.ts';
import { childElements, type XmlElement } from '../../xml/tree.ts';
import { Collector } from '../collector.ts';
import { lineOf } from '../html/words.ts';
import type { ForeignOptions, ForeignResult } from '../result.ts';
import { attributeOf, childOf, wordsOf } from './element.ts';
import { cloze, dragIntoText, gapSelect } from './gaps.ts';
import {
  description,
  essay,
  type KindReader,
  loseSettings,
  matching,
  multichoice,
  numerical,
  ordering,
  shortAnswer,
  trueFalse,
} from './kinds.ts';
import { MoodleSource } from './source.ts';

/** Files are carried within, so they may be larger than documents of QTI. */
const LIMITS = { maxBytes: 64 * 1_048_576, maxDepth: 50, maxNodes: 1_000_000 };

const KINDS: Readonly<Record<string, KindReader>> = {
  multichoice,
  truefalse: trueFalse,
  shortanswer: shortAnswer,
  numerical,
  matching,
  essay,
  cloze,
  multianswer: cloze,
  gapselect: gapSelect,
  ddwtos: dragIntoText,
  ordering,
  description,
};

/** Reads an item bank that Moodle has exported as Moodle XML. Never throws for what the file holds. */
export function readMoodleXml(source: string | Uint8Array, options: ForeignOptions = {}): ForeignResult {
  const collector = new Collector(options);
  try {
    const { root, locate } = readXml(source, LIMITS);
    if (root.local !== 'quiz') {
      const text = `the root must be <quiz>; this one is <${root.local}>. Export the bank as Moodle XML`;
      collector.messages.push({ line: 1, text });
    } else readQuiz(root, locate, collector);
  } catch (error) {
    if (!(error instanceof XmlRefusal)) throw error;
    collector.messages.push({ line: error.line, text: error.message });
  }
  return collector.result();
}

function readQuiz(quiz: XmlElement, locate: (offset: number) => Position, collector: Collector): void {
  let topic: string | null = null;
  for (const element of childElements(quiz)) {
    const { line } = locate(element.offset);
    const type = attributeOf(element, 'type');
    if (element.local !== 'question')
      collector.messages.push({ line, text: `<${element.local}> is not an item; left out` });
    else if (type === 'category') topic = topicOf(wordsOf(element, 'category'));
    else readOne(element, type, topic, locate, collector);
  }
}

function readOne(
  element: XmlElement,
  type: string,
  topic: string | null,
  locate: (offset: number) => Position,
  collector: Collector,
): void {
  const title = lineOf(wordsOf(element, 'name'));
  const wanted = wordsOf(element, 'idnumber') || title;
  const heading = { line: locate(element.offset).line, wanted, title, topic };
  collector.add(heading, (identifier, known, messages) => {
    const store = { folder: `media/${identifier}`, media: collector.media };
    const source = new MoodleSource(element, locate, messages, store);
    const read = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
    if (read === undefined) {
      return source.refuse(
        `items of the type "${type.slice(0, 40)}" are not read; known: ${Object.keys(KINDS).join(', ')}`,
      );
    }
    const isCloze = read === cloze;
    loseSettings(source);
    return read(source, {
      identifier,
      title: known,
      language: collector.language,
      stem: isCloze ? [] : source.content(childOf(element, 'questiontext')),
      rationale: source.content(childOf(element, 'generalfeedback')),
      points: source.points,
    });
  });
}

/** The path of a category without the name of the course it hangs in; null for Moodle's own topmost. */
function topicOf(path: string): string | null {
  const topic = path.replace(/^\$[a-z]+\d*\$\/?/i, '').replace(/^top\/?/, '');
  return topic === '' ? null : topic;
}
