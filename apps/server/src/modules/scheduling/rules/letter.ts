import type { Program } from '@testamur/program';
import { formatDay } from '../../../kernel/index.ts';
import type { AuthorizationData } from '../../../platform/pdf/index.ts';
import type { Sitting } from './assessments.ts';
import { durationText } from './duration.ts';
import { formatOf, placesOf, preparationFor, rulesFor } from './occasion.ts';

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

/** With the accommodation, such as `3 h (120 min × 1.5)`. */
export const timeText = ({ minutes, timeMultiplier }: Pick<TestAuthorization, 'minutes' | 'timeMultiplier'>): string =>
  timeMultiplier === 1
    ? durationText(minutes)
    : `${durationText(minutes * timeMultiplier)} (${minutes} min × ${timeMultiplier})`;

export interface LetterContext {
  readonly program: Program;
  readonly assessment: Sitting;
  readonly authorization: TestAuthorization;
  readonly candidateName: string;
  readonly demonstration: boolean;
  /** Where an exam begins; of a session, where its candidate finds everything about it. */
  readonly url: string;
}

/** The authorization letter. */
export const letterOf = ({ program, assessment, authorization, ...rest }: LetterContext): AuthorizationData => {
  const isExam = assessment.kind === 'exam';
  return {
    language: 'en-US',
    demonstration: rest.demonstration,
    createdAt: authorization.createdAt.toISOString(),
    organization: { ...program.organization, contact: [] },
    notice: program.notice.text,
    recipient: { name: rest.candidateName, lines: [] },
    number: authorization.number,
    date: formatDay(authorization.createdAt),
    program: { title: program.title, abbreviation: program.abbreviation, edition: program.edition },
    assessment: { title: assessment.title, format: formatOf(assessment) },
    window: { from: formatDay(authorization.from), until: formatDay(authorization.until) },
    duration: timeText(authorization),
    accommodations: authorization.timeMultiplier === 1 ? [] : [`Extra time: × ${authorization.timeMultiplier}`],
    places: placesOf(assessment, program.organization.name),
    prepare: preparationFor(assessment),
    rules: rulesFor(assessment),
    signInUrl: rest.url,
    signInLabel: isExam ? 'Begin the exam here' : 'Everything about your candidacy',
    help: isExam
      ? `Keep the page open and write to ${program.organization.name}; name the authorization number.`
      : `Write to ${program.organization.name} as early as you can; name the authorization number.`,
  };
};

/** What the mail says; the letter itself can be had as PDF on the candidacy page. */
export const mailOf = (
  { program, assessment, authorization, candidateName, url }: LetterContext,
  occasion: 'authorized' | 'extended' | 'time-changed',
): { readonly subject: string; readonly body: string } => {
  const { title } = assessment;
  const until = formatDay(authorization.until);
  const what = {
    authorized: {
      subject: `You are authorized to take the ${title.toLowerCase()} until ${until}`,
      lead: `You are authorized to take the assessment "${title}" of the program ${program.title}.`,
    },
    extended: {
      subject: `Your testing window now ends on ${until}`,
      lead: `The window in which you may begin the assessment "${title}" was moved.`,
    },
    'time-changed': {
      subject: `Your time for the ${title.toLowerCase()} was changed to ${timeText(authorization)}`,
      lead: `An accommodation was granted for the assessment "${title}" of the program ${program.title}.`,
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
    ['Where:', ...placesOf(assessment, program.organization.name).map((place) => `- ${place}`)].join('\n'),
    ['What you need:', ...preparationFor(assessment).map((line) => `- ${line}`)].join('\n'),
    ...(assessment.kind === 'exam'
      ? [
          `Begin here when you are ready: ${url}`,
          'The clock starts when you begin, not before. The page tells you what to have at hand.',
        ]
      : [`The letter with your authorization number is on your candidacy page: ${url}`]),
  ];
  return { subject: what.subject, body: body.join('\n\n') };
};
