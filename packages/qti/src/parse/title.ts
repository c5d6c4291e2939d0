import type { Attributes } from './attributes.ts';
import type { Report } from './report.ts';

/** The title, which items, stimuli and tests must have; one that has none is called by its identifier. */
export function readTitle(attributes: Attributes, identifier: string, report: Report): string {
  const title = attributes.take('title');
  if (title !== undefined) return title;
  report.lose(attributes.element, `<${attributes.element.local}> has no title; its identifier stands for it`);
  return identifier;
}
