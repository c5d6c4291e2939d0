import type { Exam, Program } from '@testamur/program';
import { formatDay } from '../../../kernel/index.ts';
import type { AuthorizationData } from '../../../platform/pdf/index.ts';

export interface TestAuthorization {
  readonly number: string;
  readonly assessmentId: string;
  readonly attempt: number;
  readonly from: Date;
  readonly until: Date;
  /** Standard time. */
  readonly minutes: number;
  /** 1 is standard time. */
  readonly timeMultiplier: number;
  readonly createdAt: Date;
}

/** Such as `1 h 30 min`. */
export const durationText = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round((minutes - hours * 60) * 10) / 10;
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
};

/** With the accommodation, such as `3 h (120 min × 1.5)`. */
export const timeText = ({ minutes, timeMultiplier }: Pick<TestAuthorization, 'minutes' | 'timeMultiplier'>): string =>
  timeMultiplier === 1
    ? durationText(minutes)
    : `${durationText(minutes * timeMultiplier)} (${minutes} min × ${timeMultiplier})`;

export interface LetterContext {
  readonly program: Program;
  readonly exam: Exam;
  readonly authorization: TestAuthorization;
  readonly candidateName: string;
  readonly demonstration: boolean;
  readonly examUrl: string;
}

const itemTypeText = { 'single-best-answer': 'multiple-choice items' } as const satisfies Record<
  Exam['itemType'],
  string
>;

const prepare = [
  'Use a computer with a current browser, a keyboard and a steady connection. The page before the exam checks them.',
  'Have an official photo identification at hand that shows the name above.',
  'Choose a room where nobody disturbs you for the whole time.',
] as const;

const rules = [
  'Work alone, without notes, telephone or other devices.',
  'The clock does not stop when the connection is lost; your answers are kept on your device until it is back.',
  'Do not copy or pass on any item. Doing so ends the exam and can end the certification.',
] as const;

/** The authorization letter. */
export const letterOf = ({ program, exam, authorization, ...rest }: LetterContext): AuthorizationData => ({
  language: 'en-US',
  demonstration: rest.demonstration,
  createdAt: authorization.createdAt.toISOString(),
  organization: { ...program.organization, contact: [] },
  notice: program.notice.text,
  recipient: { name: rest.candidateName, lines: [] },
  number: authorization.number,
  date: formatDay(authorization.createdAt),
  program: { title: program.title, abbreviation: program.abbreviation, edition: program.edition },
  assessment: { title: exam.title, format: `${exam.items} ${itemTypeText[exam.itemType]}` },
  window: { from: formatDay(authorization.from), until: formatDay(authorization.until) },
  duration: timeText(authorization),
  accommodations: authorization.timeMultiplier === 1 ? [] : [`Extra time: × ${authorization.timeMultiplier}`],
  prepare,
  rules,
  signInUrl: rest.examUrl,
  help: `Keep the page open and write to ${program.organization.name}; name the authorization number.`,
});

/** What the mail says; the letter itself can be had as PDF on the candidacy page. */
export const mailOf = (
  { program, exam, authorization, candidateName, examUrl }: LetterContext,
  occasion: 'authorized' | 'extended' | 'time-changed',
): { readonly subject: string; readonly body: string } => {
  const until = formatDay(authorization.until);
  const what = {
    authorized: {
      subject: `You are authorized to take the ${exam.title.toLowerCase()} until ${until}`,
      lead: `You are authorized to take the assessment "${exam.title}" of the program ${program.title}.`,
    },
    extended: {
      subject: `Your testing window now ends on ${until}`,
      lead: `The window in which you may begin the assessment "${exam.title}" was moved.`,
    },
    'time-changed': {
      subject: `Your time for the ${exam.title.toLowerCase()} was changed to ${timeText(authorization)}`,
      lead: `An accommodation was granted for the assessment "${exam.title}" of the program ${program.title}.`,
    },
  }[occasion];
  const body = [
    `Dear ${candidateName},`,
    what.lead,
    [
      `Authorization number: ${authorization.number}`,
      `Window: ${formatDay(authorization.from)} to ${until}, end of the day in UTC`,
      `Time: ${timeText(authorization)}`,
    ].join('\n'),
    `Begin here when you are ready: ${examUrl}`,
    'The clock starts when you begin, not before. The page tells you what to have at hand.',
  ];
  return { subject: what.subject, body: body.join('\n\n') };
};
