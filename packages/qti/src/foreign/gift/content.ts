import type { ContentNode } from '../../model/content.ts';
import { contentOfHtml, contentOfText } from '../html/content.ts';
import { contentOfMarkdown } from '../html/markdown.ts';
import type { ForeignMessage } from '../result.ts';
import { showEscapes } from './escapes.ts';

/** Reads the texts of one GIFT item, each in its own format or else in that of the stem. */
export class GiftContent {
  readonly #line: number;
  readonly #messages: ForeignMessage[];
  readonly #format: string;

  constructor(line: number, messages: ForeignMessage[], format: string) {
    this.#line = line;
    this.#messages = messages;
    this.#format = format;
  }

  read(source: string): ContentNode[] {
    const { format, text } = formatOf(source, this.#format);
    const shown = showEscapes(text).trim();
    if (format === 'plain') return contentOfText(shown);
    if (format === 'markdown') return contentOfMarkdown(shown, this.#line, this.#messages);
    if (format === 'html' || /<[A-Za-z/!]|&[A-Za-z#]\w*;/.test(shown)) {
      const markup = format === 'html' ? shown : shown.replaceAll('\n', '<br/>');
      return contentOfHtml(markup, this.#line, this.#messages);
    }
    return contentOfText(shown);
  }
}

/** The format written before a text, such as `[html]`, and the text without it. */
export function formatOf(source: string, fallback: string): { readonly format: string; readonly text: string } {
  const found = /^\s*\[(html|moodle|plain|markdown)\]/i.exec(source);
  if (found === null) return { format: fallback, text: source };
  return { format: found[1]?.toLowerCase() ?? fallback, text: source.slice(found[0].length) };
}
