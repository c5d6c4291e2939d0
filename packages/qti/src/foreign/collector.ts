import type { AssessmentItem } from '../model/item.ts';
import { Identifiers } from './identifiers.ts';
import type { ForeignItem, ForeignMessage, ForeignOptions, ForeignResult } from './result.ts';

/** A reason why an item cannot be read, for an author. */
export class ItemRefusal extends Error {}

/** What is known of an item before it is read. */
export interface Heading {
  readonly line: number;
  readonly wanted: string;
  readonly title: string;
  readonly topic: string | null;
}

/** Collects the items of a file; one that cannot be read does not keep the others from it. */
export class Collector {
  readonly messages: ForeignMessage[] = [];
  readonly media = new Map<string, Uint8Array>();
  readonly language: string | null;
  readonly #items: ForeignItem[] = [];
  readonly #identifiers: Identifiers;

  constructor(options: ForeignOptions) {
    this.language = options.language ?? null;
    this.#identifiers = new Identifiers(options.prefix ?? 'item');
  }

  /** Reads one item; `read` throws an ItemRefusal for what it cannot read and adds a message for each loss. */
  add(heading: Heading, read: (identifier: string, title: string, messages: ForeignMessage[]) => AssessmentItem): void {
    const identifier = this.#identifiers.make(heading.wanted);
    const title = heading.title.replace(/\s+/g, ' ').trim().slice(0, 200) || identifier;
    const messages: ForeignMessage[] = [];
    const head = { identifier, title, topic: heading.topic };
    try {
      const item = read(identifier, title, messages);
      this.#items.push({ ...head, status: messages.length === 0 ? 'ok' : 'loss', messages, item });
    } catch (error) {
      if (!(error instanceof ItemRefusal)) throw error;
      const refusal = { line: heading.line, text: error.message };
      this.#items.push({ ...head, status: 'refused', messages: [...messages, refusal] });
    }
  }

  result(): ForeignResult {
    return { items: this.#items, messages: this.messages, media: this.media };
  }
}
