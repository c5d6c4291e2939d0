import type { TestFeedback } from '../model/test.ts';
import { isShown } from '../process/visibility.ts';
import type { TestContent, TestSession } from './session.ts';

/**
 * The feedback on the test that is to be shown as it stands (QTI 3.0 ASI information model, class TestFeedback):
 * `during` the test and in its part, or `atEnd` of it, or of a part.
 *
 * @param part the identifier of the part whose feedback is wanted; null for that of the test.
 */
export function testFeedback(
  { test }: TestContent,
  { outcomes }: Pick<TestSession, 'outcomes'>,
  access: TestFeedback['access'],
  part: string | null = null,
): readonly TestFeedback[] {
  const feedback =
    part === null ? test.feedback : (test.parts.find(({ identifier }) => identifier === part)?.feedback ?? []);
  return feedback.filter((one) => one.access === access && isShown(one, outcomes));
}
