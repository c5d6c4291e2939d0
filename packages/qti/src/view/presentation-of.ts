import type { AssessmentItem } from '../model/item.ts';
import type { ItemSession } from '../model/session.ts';
import type { PlainValues } from '../model/value.ts';
import { formatVariable } from '../process/format-variable.ts';
import { isShown } from '../process/visibility.ts';
import type { Presentation, ResolveMedia } from './presentation.ts';

interface Options {
  readonly resolve?: ResolveMedia;
  readonly session?: ItemSession;
  readonly showFeedback?: boolean;
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
      return formatVariable(node, values[node.identifier] ?? null, declared, values);
    },
    mathValue: (identifier) => (mathVariables.has(identifier) ? templates[identifier] : undefined),
    seed: session?.seed ?? null,
    forAuthors: false,
  };
}
