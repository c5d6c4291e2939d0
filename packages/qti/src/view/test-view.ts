import type { ContentNode } from '../model/content.ts';
import type { AssessmentTest } from '../model/test.ts';
import type { PlainValues } from '../model/value.ts';
import { formatVariable } from '../process/format-variable.ts';
import { own } from '../process/item-state.ts';
import { isShown } from '../process/visibility.ts';
import type { TestSession } from '../test-session/session.ts';
import { present } from './present.ts';
import type { ResolveMedia } from './presentation.ts';
import { boundedPrinter } from './presentation-of.ts';

/**
 * Content of a test as a candidate may see it: rubric blocks whose `view` names the candidate (QTI 3.0 ASI information model, class
 * RubricBlock) and the content of test feedback (class TestFeedback; `testFeedback` says which is due). Printed variables show
 * outcomes of the test, and feedback within the content follows them.
 *
 * @param options.resolve see ResolveMedia; references are relative to the document of the test.
 */
export function presentTestContent(
  test: AssessmentTest,
  { seed, outcomes }: Pick<TestSession, 'seed' | 'outcomes'>,
  nodes: readonly ContentNode[],
  { resolve }: { readonly resolve?: ResolveMedia } = {},
): readonly ContentNode[] {
  const bounded = boundedPrinter();
  const values: PlainValues = outcomes;
  return present(nodes, {
    idPrefix: `${test.identifier}-`,
    resolve: resolve ?? (() => undefined),
    showRubric: ({ view }) => view.includes('candidate'),
    // A test has no template variables.
    shows: ({ type, ...condition }) => type === 'feedback' && isShown(condition, values),
    print: (node) => {
      const declared = test.outcomes.find(({ identifier }) => identifier === node.identifier);
      if (declared === undefined) return '';
      return bounded(() => formatVariable(node, own(values, node.identifier), declared, values));
    },
    mathValue: () => undefined,
    seed,
    forAuthors: false,
  });
}
