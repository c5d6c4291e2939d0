import type { ContentNode } from '../../model/content.ts';
import type { ForeignMessage } from '../result.ts';
import { contentOfHtml } from './content.ts';

/**
 * The Markdown that items are written in (paragraphs, lists, headings, emphasis, code, links and pictures; HTML among it)
 * as content.
 */
export function contentOfMarkdown(source: string, line: number, messages: ForeignMessage[]): ContentNode[] {
  const blocks = source.split(/\n[ \t]*\n/).filter((block) => block.trim() !== '');
  const [only, ...more] = blocks;
  if (only !== undefined && more.length === 0 && !/^\s*(#{1,6} |[-*+] |\d+[.)] )/.test(only)) {
    return contentOfHtml(inline(only.trim()), line, messages);
  }
  return contentOfHtml(blocks.map(block).join('\n'), line, messages);
}

function block(source: string): string {
  const lines = source.trim().split('\n');
  const [first = ''] = lines;
  const heading = /^(#{1,6})\s+(.*)$/.exec(first);
  if (heading !== null) {
    const level = heading[1]?.length ?? 1;
    const rest = lines.slice(1).join('\n');
    return `<h${level}>${inline(heading[2] ?? '')}</h${level}>${rest === '' ? '' : block(rest)}`;
  }
  if (lines.every((line) => /^\s*[-*+]\s/.test(line))) return list('ul', lines, /^\s*[-*+]\s+/);
  if (lines.every((line) => /^\s*\d+[.)]\s/.test(line))) return list('ol', lines, /^\s*\d+[.)]\s+/);
  return `<p>${inline(lines.join('\n'))}</p>`;
}

function list(name: string, lines: readonly string[], mark: RegExp): string {
  return `<${name}>${lines.map((line) => `<li>${inline(line.replace(mark, ''))}</li>`).join('')}</${name}>`;
}

function inline(source: string): string {
  return source
    .split(/(`[^`\n]{1,500}`)/)
    .map((part, index) => {
      if (index % 2 === 1) return `<code>${part.slice(1, -1).replace(/&/g, '&amp;').replace(/</g, '&lt;')}</code>`;
      return part
        .replace(/!\[([^\]\n]{0,500})\]\(([^()\s"]{1,500})\)/g, '<img src="$2" alt="$1"/>')
        .replace(/\[([^\]\n]{1,500})\]\(([^()\s"]{1,500})\)/g, '<a href="$2">$1</a>')
        .replace(/\*\*(?=\S)([^*\n]{1,500})\*\*/g, '<strong>$1</strong>')
        .replace(/(^|[^\w])_(?=\S)([^_\n]{1,500})_(?!\w)/g, '$1<em>$2</em>')
        .replace(/\*(?=\S)([^*\n]{1,500})\*/g, '<em>$1</em>')
        .replace(/ {2,}\n/g, '<br/>');
    })
    .join('');
}
