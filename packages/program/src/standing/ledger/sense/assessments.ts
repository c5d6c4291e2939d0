import { dateOf } from '../../../calendar/instant.ts';
import type { FactKind, FactOf } from '../../../facts.ts';
import { findAssessment, isSession } from '../../../lookup.ts';
import { text } from '../../../messages/compose.ts';
import type { Assessment, Program } from '../../../schema/program.ts';
import type { Text } from '../../../text.ts';

function assessmentProblem(program: Program, id: string, kind?: Assessment['kind']): Text | undefined {
  const assessment = findAssessment(program, id);
  if (assessment === undefined) return text('flag.unknown-assessment', { id });
  return kind === undefined || assessment.kind === kind
    ? undefined
    : text('flag.other-kind', { title: assessment.title });
}

/** Why a fact about an assessment cannot have happened in this program. */
export const assessmentSense = {
  'test-authorized': (program: Program, { data }: FactOf<'test-authorized'>): Text | undefined => {
    if (data.until <= data.from) return text('flag.impossible-dates');
    const assessment = findAssessment(program, data.assessment);
    // A course is open without; nothing there could be authorized.
    if (assessment?.kind === 'course') return text('flag.other-kind', { title: assessment.title });
    return assessmentProblem(program, data.assessment);
  },
  'attempt-begun': (program: Program, { data }: FactOf<'attempt-begun'>): Text | undefined =>
    assessmentProblem(program, data.assessment, 'exam'),
  'attempt-sealed': (program: Program, { data }: FactOf<'attempt-sealed'>): Text | undefined =>
    assessmentProblem(program, data.assessment, 'exam'),
  'portfolio-submitted': (program: Program, { data }: FactOf<'portfolio-submitted'>): Text | undefined => {
    const assessment = findAssessment(program, data.assessment);
    if (assessment?.kind !== 'portfolio') return assessmentProblem(program, data.assessment, 'portfolio');
    const { minimum, maximum } = assessment.pieces;
    const { pieces } = data;
    return pieces < minimum || pieces > maximum ? text('flag.pieces', { pieces, minimum, maximum }) : undefined;
  },
  'session-held': (program: Program, { at, data }: FactOf<'session-held'>): Text | undefined => {
    const assessment = findAssessment(program, data.assessment);
    if (assessment === undefined) return text('flag.unknown-assessment', { id: data.assessment });
    if (!isSession(assessment)) return text('flag.other-kind', { title: assessment.title });
    return data.heldOn > dateOf(at) ? text('flag.impossible-dates') : undefined;
  },
  'module-completed': (program: Program, { data }: FactOf<'module-completed'>): Text | undefined => {
    const assessment = findAssessment(program, data.assessment);
    if (assessment?.kind !== 'course') return assessmentProblem(program, data.assessment, 'course');
    return assessment.modules.list.some(({ id }) => id === data.module)
      ? undefined
      : text('flag.unknown-module', { id: data.module });
  },
  'result-released': (program: Program, { data }: FactOf<'result-released'>): Text | undefined => {
    if (data.score > data.maxScore) return text('flag.impossible-score');
    return assessmentProblem(program, data.assessment);
  },
} as const satisfies { [K in FactKind]?: (program: Program, fact: FactOf<K>) => Text | undefined };
