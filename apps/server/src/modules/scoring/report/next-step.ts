import { type Assessment, listAssessmentFees, type NextAction, say } from '@testamur/program';
import { formatDay } from '../../../kernel/index.ts';
import type { Candidacy } from '../../candidacies/index.ts';

export interface NextStepQuestion {
  readonly candidacy: Pick<Candidacy, 'program' | 'standing'>;
  readonly assessment: Assessment;
  readonly passed: boolean;
  /** A later attempt has been made or is under way: this result is history. */
  readonly isLatest: boolean;
  readonly attemptsLeft: number;
  readonly retakeFrom: string | undefined;
}

const inWords = ({ title, by }: NextAction): string =>
  `${say(title)}${by === undefined ? '' : `, by ${formatDay(by)} (UTC)`}.`;

/** What the candidate, else anybody, can do about this assessment and its fees. */
const actionFor = (
  { program, standing }: NextStepQuestion['candidacy'],
  { id }: Assessment,
): NextAction | undefined => {
  const subjects = new Set([id, ...listAssessmentFees(program, id).map((fee) => fee.id)]);
  const own = standing.next.filter(({ subject }) => subject !== undefined && subjects.has(subject));
  return own.find(({ actor }) => actor === 'candidate') ?? own[0];
};

/** What comes after one result, in words; the first thing that somebody reads who did not pass. */
export const nextStepOf = (question: NextStepQuestion): string => {
  const { candidacy, assessment, passed, isLatest, attemptsLeft, retakeFrom } = question;
  const { standing } = candidacy;
  if (!isLatest) return 'A later attempt counts instead.';
  if (passed) {
    const [next] = [...standing.next.filter(({ actor }) => actor === 'candidate'), ...standing.next];
    return next === undefined ? `${say(standing.statusReason)}` : `Next: ${inWords(next)}`;
  }
  const action = actionFor(candidacy, assessment);
  const what = action === undefined ? '' : ` Next: ${inWords(action)}`;
  if (attemptsLeft === 0) return `No attempt is left.${what}`;
  const left = `${attemptsLeft} ${attemptsLeft === 1 ? 'attempt is' : 'attempts are'} left.`;
  const from = retakeFrom === undefined ? '' : ` from ${formatDay(retakeFrom)} on`;
  return `You may take it again${from}. ${left}${what}`;
};
