import type { ForeignMessage } from '../result.ts';

/** One item of a GIFT file: its lines without comments, and what stood before it. */
export interface GiftChunk {
  readonly line: number;
  readonly text: string;
  readonly topic: string | null;
  /** From a comment `// [id:…]`. */
  readonly id: string;
}

/** Parts a GIFT file into items, which empty lines separate; comments and categories are taken out. */
export function giftChunks(source: string, messages: ForeignMessage[]): GiftChunk[] {
  const chunks: GiftChunk[] = [];
  let topic: string | null = null;
  let id = '';
  let lines: string[] = [];
  let start = 1;
  const flush = () => {
    const text = lines.join('\n').trim();
    if (text !== '') chunks.push({ line: start, text, topic, id });
    if (text !== '') id = '';
    lines = [];
  };
  source
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .forEach((line, index) => {
      const trimmed = line.trim();
      if (trimmed === '') flush();
      else if (trimmed.startsWith('//')) id = /\[id:([^\]]{1,200})\]/.exec(trimmed)?.[1]?.trim() ?? id;
      else if (trimmed.startsWith('$CATEGORY:')) {
        flush();
        topic = topicOf(trimmed.slice('$CATEGORY:'.length).trim());
      } else if (/^\$[A-Z]+:/.test(trimmed)) {
        messages.push({
          line: index + 1,
          text: `"${trimmed.slice(0, 40)}" is not a setting of GIFT that is known; left out`,
        });
      } else {
        if (lines.length === 0) start = index + 1;
        lines.push(line);
      }
    });
  flush();
  return chunks;
}

function topicOf(path: string): string | null {
  const topic = path.replace(/^\$[a-z]+\d*\$\/?/i, '').replace(/^top\/?/, '');
  return topic === '' ? null : topic;
}
