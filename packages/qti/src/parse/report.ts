import type { Message } from '../model/message.ts';
import type { Position } from '../xml/position.ts';
import { XmlRefusal } from '../xml/refusal.ts';
import type { XmlElement } from '../xml/tree.ts';

const MAX_MESSAGES = 100;

/** Collects what a document says that is not carried over. */
export class Report {
  readonly messages: Message[] = [];
  readonly #locate: (offset: number) => Position;
  #losses = 0;
  #scoringLost: string | null = null;

  constructor(locate: (offset: number) => Position) {
    this.#locate = locate;
  }

  /** Notes that something at the element is not understood or not allowed and has been left out. */
  lose(at: XmlElement, text: string): void {
    this.#losses += 1;
    if (this.messages.length > MAX_MESSAGES) return;
    const full = this.messages.length === MAX_MESSAGES;
    this.messages.push({ ...this.#locate(at.offset), text: full ? 'more was left out; the rest is not listed' : text });
  }

  /** As `lose`, of something without which the item's own scoring would give wrong scores. */
  loseScoring(at: XmlElement, text: string): void {
    this.#scoringLost ??= text;
    this.lose(at, text);
  }

  /** How many times something was left out, listed or not. */
  get losses(): number {
    return this.#losses;
  }

  /** Why the item's own scoring cannot be trusted; null when it can. */
  get scoringLost(): string | null {
    return this.#scoringLost;
  }

  /** Gives the document up: what is wrong, and how to mend it. */
  refuse(at: XmlElement, text: string): never {
    const { line, column } = this.#locate(at.offset);
    throw new XmlRefusal(text, line, column);
  }
}

/** Runs a reader; turns a refusal into the one message of a refused document. */
export function catchRefusal<T>(read: () => T): T | { status: 'refused'; messages: readonly [Message] } {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof XmlRefusal)) throw error;
    const { line, column, message } = error;
    return { status: 'refused', messages: [{ line, column, text: message }] };
  }
}
