import type { ContentNode } from '../../model/content.ts';
import type { Position } from '../../xml/position.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { ItemRefusal } from '../collector.ts';
import { contentOfHtml, contentOfText } from '../html/content.ts';
import { contentOfMarkdown } from '../html/markdown.ts';
import type { ForeignMessage } from '../result.ts';
import { attributeOf, childrenOf, isOn, numberOf, wordsOf } from './element.ts';

/** Where embedded files go: a folder of the item's own, beside the items. */
export interface MediaStore {
  readonly folder: string;
  readonly media: Map<string, Uint8Array>;
}

/** One item of a Moodle file while it is read. */
export class MoodleSource {
  readonly element: XmlElement;
  readonly messages: ForeignMessage[];
  readonly #locate: (offset: number) => Position;
  readonly #store: MediaStore;

  constructor(
    element: XmlElement,
    locate: (offset: number) => Position,
    messages: ForeignMessage[],
    store: MediaStore,
  ) {
    this.element = element;
    this.messages = messages;
    this.#locate = locate;
    this.#store = store;
  }

  lineAt(element: XmlElement): number {
    return this.#locate(element.offset).line;
  }

  lose(element: XmlElement, text: string): void {
    this.messages.push({ line: this.lineAt(element), text });
  }

  refuse(text: string): never {
    throw new ItemRefusal(text);
  }

  /** The content of an element with a format, a <text> and files; `change` may put something into its markup before. */
  content(element: XmlElement | undefined, change: (markup: string) => string = (markup) => markup): ContentNode[] {
    if (element === undefined) return [];
    const format = attributeOf(element, 'format');
    const line = this.lineAt(element);
    const markup = change(this.#withFiles(element, wordsOf(element)));
    if (format === 'plain_text') return contentOfText(markup);
    if (format === 'markdown') return contentOfMarkdown(markup, line, this.messages);
    return contentOfHtml(markup, line, this.messages);
  }

  /** The points that the whole is worth. */
  get points(): number {
    return numberOf(wordsOf(this.element, 'defaultgrade')) ?? 1;
  }

  get shuffle(): boolean {
    return isOn(this.element, 'shuffleanswers', false);
  }

  /** The answers with the fraction of the points that each earns. */
  answers(): { readonly element: XmlElement; readonly text: string; readonly fraction: number }[] {
    return childrenOf(this.element, 'answer').map((element) => {
      const fraction = numberOf(attributeOf(element, 'fraction')) ?? 0;
      return { element, text: wordsOf(element), fraction: fraction / 100 };
    });
  }

  #withFiles(element: XmlElement, markup: string): string {
    for (const file of childrenOf(element, 'file')) {
      const name = attributeOf(file, 'name');
      const path = `${this.#store.folder}/${name.replace(/[^\p{L}\p{N}_.-]+/gu, '_').replace(/^\.+/, '_')}`;
      const bytes = attributeOf(file, 'encoding') === 'base64' ? fromBase64(wordsOf(file)) : undefined;
      if (bytes === undefined)
        this.lose(file, `the file "${name.slice(0, 60)}" is not base64 as it should be; left out`);
      else this.#store.media.set(path, bytes);
      for (const spelled of [name, encodeURIComponent(name), encodeURI(name)]) {
        const folder = attributeOf(file, 'path') || '/';
        markup = markup.replaceAll(`@@PLUGINFILE@@${folder}${spelled}`, encodeURI(path));
      }
    }
    return markup;
  }
}

function fromBase64(text: string): Uint8Array | undefined {
  const packed = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(packed) || packed.length % 4 === 1) return undefined;
  const binary = atob(packed);
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
