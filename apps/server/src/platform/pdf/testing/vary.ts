import type { DocumentData, PdfRenderer, TemplateData, TemplateName } from '../index.ts';
import { examples } from './examples.ts';

export const templateNames = [
  'certificate',
  'card',
  'letter',
  'application',
  'authorization',
  'score-report',
  'invoice',
  'statistics',
] as const;

/** Strings that are not for the reader: they choose, and a document with another one would be another document. */
const fixed = new Set([
  'language',
  'paper',
  'createdAt',
  'kind',
  'result',
  'verificationUrl',
  'signInUrl',
  'svg',
  'align',
  'verdict',
  'document',
]);

/** The example of a template with each of its texts replaced, and some of what all documents have. */
export function vary<Name extends TemplateName>(
  name: Name,
  replace: (text: string) => string,
  changes: Partial<DocumentData> = {},
): TemplateData[Name] {
  const copy = JSON.parse(JSON.stringify(examples[name]), (key, value: unknown) =>
    typeof value === 'string' && !fixed.has(key) ? replace(value) : value,
  ) as TemplateData[Name];
  return { ...copy, ...changes };
}

export const renderVaried = <Name extends TemplateName>(
  renderer: PdfRenderer,
  name: Name,
  replace: (text: string) => string = (text) => text,
  changes: Partial<DocumentData> = {},
): Promise<Buffer> => renderer.render(name, vary(name, replace, changes));
