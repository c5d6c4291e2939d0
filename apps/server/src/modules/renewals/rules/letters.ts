import { credentialTerms, findAssessment, type Program, type RenewalRouteOf, type Standing } from '@testamur/program';
import { formatDay } from '../../../kernel/index.ts';
import type { Notice } from './notices.ts';

export interface NoticeLetter {
  readonly notice: Notice;
  readonly program: Program;
  /** What the credential is called. */
  readonly title: string;
  readonly credential: NonNullable<Standing['credential']>;
  readonly renewal: NonNullable<Standing['renewal']>;
  /** Whether the renewal asks for nothing more than to be submitted. */
  readonly isComplete: boolean;
  readonly name: string;
  readonly organizationName: string;
  /** The page of the candidacy. */
  readonly url: string;
}

type EducationRoute = RenewalRouteOf<'education'>;

const counted = (count: number, unit: EducationRoute['unit'] = 'hours'): string =>
  `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;

const submitting = ({ renewal }: NoticeLetter): string => {
  const when = renewal.state === 'not-open' ? ` from ${formatDay(renewal.opensAt)} (UTC) on` : ' now';
  return `You can submit the renewal${when}.`;
};

const educationSteps = (letter: NoticeLetter, { unit }: EducationRoute): string => {
  const { hoursLogged, hoursNeeded, hoursMissing, categories } = letter.renewal;
  const logged = `You have logged ${counted(hoursLogged, unit)} of ${hoursNeeded}.`;
  if (hoursMissing === 0) return `${logged} ${submitting(letter)}`;
  const short = categories.filter((category) => category.counted < (category.minimum ?? 0));
  const kinds = short.map(({ title, minimum }) => `at least ${counted(minimum ?? 0, unit)} of "${title}"`);
  const which = kinds.length === 0 ? '' : ` They have to hold ${kinds.join(' and ')}.`;
  return `${logged} Log ${counted(hoursMissing, unit)} more of continuing education, then submit the renewal.${which}`;
};

/** What is still to do, by the way in which the holder renews. */
const stepsOf = (letter: NoticeLetter): string => {
  const { program, renewal, isComplete } = letter;
  const route = program.renewal.routes.find(({ id }) => id === renewal.route);
  if (route === undefined) {
    const ways = renewal.routes.map(({ title }) => `"${title}"`).join(' or ');
    return `You have not chosen yet how you renew. Choose ${ways} first.`;
  }
  if (route.kind === 'education') return educationSteps(letter, route);
  const title = findAssessment(program, route.assessment)?.title ?? route.title;
  return isComplete ? `You have passed "${title}". ${submitting(letter)}` : `Pass "${title}", then submit the renewal.`;
};

const contentOf = (letter: NoticeLetter): { subject: string; paragraphs: readonly string[] } => {
  const { program, credential, notice } = letter;
  const { abbreviation } = program;
  const title = `${letter.title} (${credential.number})`;
  const { graceUntil, reinstatementUntil } = credentialTerms(program, credential.validUntil);
  const [end, grace, last] = [credential.validUntil, graceUntil, reinstatementUntil].map((at) => formatDay(at));
  switch (notice.kind) {
    case 'reminder':
      return {
        subject: `${abbreviation}: Renew by ${end}`,
        paragraphs: [`your certification as ${title} is in force until ${end} (UTC).`, stepsOf(letter)],
      };
    case 'in-grace':
      return {
        subject: `${abbreviation}: The date of your certification has passed`,
        paragraphs: [
          `the date of your certification as ${title}, ${end}, has passed. It stays in force until ${grace} (UTC); renew it before then.`,
          stepsOf(letter),
        ],
      };
    case 'lapsed':
      return {
        subject: `${abbreviation}: Your certification has lapsed`,
        paragraphs: [
          `your certification as ${title} has lapsed, because it was not renewed by ${grace} (UTC). Do not use the title any more.`,
          `Until ${last} (UTC) you can still bring it back by renewing it. ${stepsOf(letter)}`,
        ],
      };
    case 'expired':
      return {
        subject: `${abbreviation}: Your certification has ended`,
        paragraphs: [
          `your certification as ${title} has ended. It can no longer be renewed; to be certified again, begin a new application.`,
        ],
      };
  }
};

export const noticeLetter = (letter: NoticeLetter): { subject: string; body: string } => {
  const { subject, paragraphs } = contentOf(letter);
  const body = [
    `Dear ${letter.name},`,
    ...paragraphs,
    `What it takes, the dates and the renewal itself: ${letter.url}`,
  ];
  return { subject, body: [...body, letter.organizationName].join('\n\n') };
};
