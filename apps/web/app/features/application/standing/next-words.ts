import { addPeriod, type NextAction, type Program, type Standing } from '@testamur/program';
import type { Translate } from '../../../text/format.ts';
import type { messages } from '../messages.ts';

type T = Translate<typeof messages>;

/** The action that the card is about: the candidate's own first, in the order of the steps. */
export const mainAction = ({ next }: Pick<Standing, 'next'>): NextAction | undefined =>
  next.find((action) => action.actor === 'candidate') ?? next[0];

/** Asked for again by a reviewer, rather than not stated yet. */
const isAnswer = ({ kind }: NextAction, { status }: Pick<Standing, 'status'>): boolean =>
  kind === 'complete-requirement' && status !== 'draft';

interface Words {
  readonly t: T;
  readonly standing: Standing;
  /** The title of what the action is about, as it stands inside a sentence. */
  readonly title: string;
  readonly date: (at: string) => string;
}

/** What it is, inside a sentence: "pay the exam fee". */
export const inWords = (action: NextAction, { t, standing, title, date }: Words): string => {
  if (isAnswer(action, standing)) return t('what.answer-requirement');
  const from = standing.assessments.find((one) => one.assessment === action.subject)?.window?.from;
  if (action.kind === 'take-exam' && from !== undefined && from > standing.at) {
    return t('what.take-exam-later', { title, from: date(from) });
  }
  if (action.kind === 'attend-session' && from !== undefined && from > standing.at) {
    return t('what.attend-session-later', { title, from: date(from) });
  }
  const opensAt = standing.renewal?.opensAt;
  if (action.kind === 'submit-renewal' && opensAt !== undefined && opensAt > standing.at) {
    return t('what.submit-renewal-later', { from: date(opensAt) });
  }
  return t(`what.${action.kind}`, { title });
};

/** What the button says; undefined for acts of others. */
export const actWords = (
  action: NextAction,
  { t, standing, amount }: { t: T; standing: Standing; amount: string },
): string | undefined => {
  if (isAnswer(action, standing)) return t('act.answer-requirement');
  switch (action.kind) {
    case 'complete-requirement': {
      const lines = standing.steps.find(({ id }) => id === 'apply')?.lines ?? [];
      const untouched = lines.every(({ state }) => state === 'not-started');
      return t(untouched ? 'act.begin' : 'act.complete-requirement');
    }
    case 'pay-fee':
      return t('act.pay-fee', { amount });
    case 'choose-region':
    case 'request-statement':
    case 'submit-application':
    case 'take-exam':
    case 'continue-exam':
    case 'submit-portfolio':
    case 'attend-session':
    case 'take-course':
    case 'choose-renewal-route':
    case 'log-education':
    case 'submit-renewal':
      return t(`act.${action.kind}`);
    default:
      return undefined;
  }
};

/** Until when an end that somebody decided can be appealed; undefined for other ends and when the time is over. */
export const appealUntil = ({ status, since, at }: Standing, program: Program): string | undefined => {
  if (status !== 'not-accepted' && status !== 'not-passed') return undefined;
  const until = addPeriod(since, program.policies.appeal.within);
  return until >= at ? until : undefined;
};
