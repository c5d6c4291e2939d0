import type { AssessmentItem } from '../../model/item.ts';
import { xmlSafe } from '../../write/xml.ts';
import { Collector, ItemRefusal } from '../collector.ts';
import { lineOf } from '../html/words.ts';
import type { ForeignMessage, ForeignOptions, ForeignResult } from '../result.ts';
import { type GiftChunk, giftChunks } from './chunks.ts';
import { formatOf, GiftContent } from './content.ts';
import { hideEscapes, showEscapes } from './escapes.ts';
import { giftItem } from './kinds.ts';

/** Reads items in GIFT, Moodle's format for plain text files. Never throws for what the file holds. */
export function readGift(source: string, options: ForeignOptions = {}): ForeignResult {
  const collector = new Collector(options);
  for (const chunk of giftChunks(xmlSafe(source), collector.messages)) {
    const hidden = hideEscapes(chunk.text);
    const named = /^::([\s\S]*?)::/.exec(hidden);
    const rest = hidden.slice(named?.[0].length ?? 0);
    const words = lineOf(showEscapes(withoutAnswers(formatOf(rest, '').text)));
    const title = named === null ? words : showEscapes(named[1] ?? '');
    const wanted = chunk.id || (named === null ? '' : title);
    collector.add({ line: chunk.line, wanted, title, topic: chunk.topic }, (identifier, known, messages) =>
      readChunk(rest, chunk, { identifier, title: known, language: collector.language }, messages),
    );
  }
  return collector.result();
}

function readChunk(
  source: string,
  { line }: GiftChunk,
  head: { readonly identifier: string; readonly title: string; readonly language: string | null },
  messages: ForeignMessage[],
): AssessmentItem {
  const open = source.indexOf('{');
  const close = source.lastIndexOf('}');
  if (open === -1 && close !== -1) throw new ItemRefusal('a } has no { before it; write \\} for the character itself');
  if (open !== -1 && close < open) {
    throw new ItemRefusal(
      'the { is not closed before the next empty line; add } or write \\{ for the character itself',
    );
  }
  const block = open === -1 ? null : source.slice(open + 1, close);
  if (block?.includes('}') === true && block.includes('{', block.indexOf('}'))) {
    throw new ItemRefusal('an item has one block of answers in braces; here are several');
  }
  const { format, text } = formatOf(open === -1 ? source : source.slice(0, open), 'moodle');
  const tail = open === -1 ? '' : source.slice(close + 1).trim();
  const content = new GiftContent(line, messages, format);
  const general = block === null ? '' : block.split('####').slice(1).join('####');
  const stem = content.read(tail === '' ? text : `${text.trimEnd()} _____ ${tail}`);
  if (stem.length === 0) throw new ItemRefusal('the item has no text before its answers');
  const frame = { ...head, stem, rationale: content.read(general), points: 1 };
  return giftItem({ frame, content, line, messages }, block);
}

function withoutAnswers(source: string): string {
  const open = source.indexOf('{');
  const close = source.lastIndexOf('}');
  return close < open || open === -1 ? source : `${source.slice(0, open)}_____${source.slice(close + 1)}`;
}
