import type { Card } from '../../model/item.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { readBodyAttributes, readLanguage } from '../content/body-attributes.ts';
import { mediaType } from '../content/checks.ts';
import { readContent } from '../content/read-content.ts';
import { flow } from '../content/scope.ts';
import { packageFile } from '../content/urls.ts';
import { wordsOf } from '../content/words.ts';
import { qtiName } from '../namespace.ts';
import { childrenNamed } from './children.ts';
import type { ItemScope } from './item-scope.ts';
import { staticReaders } from './static-readers.ts';
import { flag } from './words.ts';
import { wrap } from './wrap.ts';

type Entry = Card['entries'][number];

/** Reads qti-catalog-info into the scope's catalogs (ASI information model, class CatalogInfo). */
export function readCatalogInfo(element: XmlElement, scope: ItemScope): void {
  const { report } = scope;
  new Attributes(element, report).finish();
  for (const child of childrenNamed(element, ['qti-catalog'], report)) {
    const attributes = new Attributes(child, report);
    const identifier = attributes.identifier('id');
    attributes.finish();
    if (scope.catalogs.some((known) => known.identifier === identifier)) {
      report.lose(child, `the catalog "${identifier}" is there twice; give each its own id; the second is left out`);
      continue;
    }
    const cards = childrenNamed(child, ['qti-card'], report).map((card) => readCard(card, scope));
    scope.catalogs.push({ identifier, cards });
  }
}

/** Reads qti-card (class Card): entries, or content of its own, which then is its only and default entry. */
function readCard(element: XmlElement, scope: ItemScope): Card {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  const support = attributes.require('support').trim();
  const language = readLanguage(attributes, report);
  const data = readData(attributes, scope);
  const parts = childrenNamed(element, ['qti-card-entry', 'qti-html-content', 'qti-file-href'], report);
  const entries = parts.filter((part) => qtiName(part) === 'qti-card-entry').map((part) => readEntry(part, scope));
  const own = parts.filter((part) => qtiName(part) !== 'qti-card-entry');
  if (own.length > 0) entries.unshift({ language, isDefault: true, data, ...readParts(own, scope) });
  return { support, entries };
}

function readEntry(element: XmlElement, scope: ItemScope): Entry {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  const language = readLanguage(attributes, report);
  const isDefault = flag(attributes, 'default', false, report);
  const data = readData(attributes, scope);
  const parts = childrenNamed(element, ['qti-html-content', 'qti-file-href'], report);
  return { language, isDefault, data, ...readParts(parts, scope) };
}

function readParts(parts: readonly XmlElement[], scope: ItemScope): Pick<Entry, 'content' | 'files'> {
  const content = parts.filter((part) => qtiName(part) === 'qti-html-content').flatMap((part) => readHtml(part, scope));
  const files = parts.filter((part) => qtiName(part) === 'qti-file-href').flatMap((part) => readFile(part, scope));
  return { content, files };
}

function readHtml(element: XmlElement, scope: ItemScope): Entry['content'] {
  const attributes = readBodyAttributes(new Attributes(element, scope.report), {}, scope.report);
  return wrap(readContent(element, flow(scope.report, staticReaders(scope))), attributes, 'div');
}

function readFile(element: XmlElement, { report }: ItemScope): Entry['files'] {
  const attributes = new Attributes(element, report);
  const mimeType = attributes.take('mime-type')?.trim() ?? '';
  attributes.finish();
  const href = wordsOf(element);
  if (packageFile(href) === true && (mimeType === '' || mediaType(mimeType) === true)) return [{ href, mimeType }];
  report.lose(element, `the file "${href.slice(0, 60)}" of a card must be a path in the package; left out`);
  return [];
}

/** `data-…` attributes without the prefix; others are reported. */
function readData(attributes: Attributes, { report }: ItemScope): Record<string, string> {
  const kept = readBodyAttributes(attributes, {}, report);
  const data: Record<string, string> = {};
  for (const [name, value] of Object.entries(kept)) {
    if (name.startsWith('data-')) data[name.slice(5)] = value;
    else
      report.lose(attributes.element, `the attribute ${name} of <${attributes.element.local}> is not kept; left out`);
  }
  return data;
}
