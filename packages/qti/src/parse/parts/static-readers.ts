import type { QtiReaders } from '../content/scope.ts';
import { conditional } from './conditional.ts';
import type { ItemScope } from './item-scope.ts';
import { readPrintedVariable } from './printed-variable.ts';

/** The elements of QTI that stand in content without interactions: prompts, choices, rubric blocks, feedback, cards. */
export function staticReaders(item: ItemScope): QtiReaders {
  return {
    'qti-feedback-block': conditional({ type: 'feedback', display: 'block' }, item),
    'qti-feedback-inline': conditional({ type: 'feedback', display: 'inline' }, item),
    'qti-printed-variable': { display: 'inline', read: (element) => readPrintedVariable(element, item) },
    'qti-template-block': conditional({ type: 'template', display: 'block' }, item),
    'qti-template-inline': conditional({ type: 'template', display: 'inline' }, item),
  };
}
