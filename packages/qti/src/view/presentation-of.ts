import type { AssessmentItem } from '../model/item.ts';
import type { ItemSession } from '../model/session.ts';
import type { PlainValues } from '../model/value.ts';
import { formatVariable } from '../process/format-variable.ts';
import { own } from '../process/item-state.ts';
import { isShown } from '../process/visibility.ts';
import type { Presentation, ResolveMedia } from './presentation.ts';

interface Options {
  readonly resolve?: ResolveMedia;
  readonly session?: ItemSession;
  readonly showFeedback?: boolean;
}

/** What printed variables and those in formulas show in one view, in characters. */
const MAX_PRINTED = 1_000_000;

/** Takes words as long as those of one view are not too many; nothing after that. */
export function boundedPrinter(): (words: () => string) => string {
  let room = MAX_PRINTED;
  return (words) => {
    if (room < 0) return '';
    const text = words();
    room -= text.length;
    return room >= 0 ? text : '';
  };
}

/**
 * How an item is made ready for one candidate. Feedback is hidden without `showFeedback`, whatever its show-hide says: what stands
 * in feedback speaks of answers.
 */
export function presentationOf(item: AssessmentItem, { resolve, session, showFeedback }: Options): Presentation {
  const templates = session?.templates ?? {};
  const outcomes: PlainValues = { ...session?.outcomes, completionStatus: session?.completionStatus ?? null };
  const mathVariables = new Set(
    item.templates.flatMap(({ identifier, mathVariable }) => (mathVariable ? identifier : [])),
  );
  const bounded = boundedPrinter();
  return {
    idPrefix: `${item.identifier}-`,
    resolve: resolve ?? (() => undefined),
    showRubric: ({ view }) => view.includes('candidate'),
    shows: ({ type, variable, identifier, showHide }) => {
      if (type === 'template') return isShown({ variable, identifier, showHide }, templates);
      if (showFeedback !== true || session === undefined) return false;
      return isShown({ variable, identifier, showHide }, outcomes);
    },
    print: (node) => {
      const declared = [...item.templates, ...(showFeedback === true ? item.outcomes : [])].find(
        ({ identifier }) => identifier === node.identifier,
      );
      if (declared === undefined) return '';
      const values: PlainValues = { ...outcomes, ...templates };
      return bounded(() => formatVariable(node, own(values, node.identifier), declared, values));
    },
    mathValue: (identifier) => {
      const value = mathVariables.has(identifier) ? own(templates, identifier) : null;
      return value !== null && bounded(() => String(value)) !== '' ? value : undefined;
    },
    seed: session?.seed ?? null,
    forAuthors: false,
  };
}
