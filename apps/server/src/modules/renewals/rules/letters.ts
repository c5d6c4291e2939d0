import type { Program, Standing } from '@testamur/program';
import { credentialTerms } from '@testamur/program';
import { formatDay } from '../../../kernel/index.ts';
import type { Notice } from './notices.ts';

export interface NoticeLetter {
  readonly notice: Notice;
  readonly program: Program;
  readonly credential: NonNullable<Standing['credential']>;
  readonly renewal: NonNullable<Standing['renewal']>;
  readonly name: string;
  readonly organizationName: string;
  /** The page of the candidacy. */
  readonly url: string;
}

const hours = (count: number): string => `${count} ${count === 1 ? 'hour' : 'hours'}`;

/** What is still to do, from the hours and the dates. */
const stepsOf = ({ renewal }: NoticeLetter): string => {
  const { hoursLogged, hoursNeeded, opensAt } = renewal;
  const missing = Math.round((hoursNeeded - hoursLogged) * 100) / 100;
  if (missing > 0) {
    return `You have logged ${hours(hoursLogged)} of ${hoursNeeded}. Log ${hours(missing)} more of continuing education, then submit the renewal.`;
  }
  const when = renewal.state === 'not-open' ? ` from ${formatDay(opensAt)} (UTC) on` : ' now';
  return `You have logged ${hours(hoursLogged)} of ${hoursNeeded}. You can submit the renewal${when}.`;
};

const contentOf = (letter: NoticeLetter): { subject: string; paragraphs: readonly string[] } => {
  const { program, credential, notice } = letter;
  const { abbreviation } = program;
  const title = `${program.credential.title} (${credential.number})`;
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
  const body = [`Dear ${letter.name},`, ...paragraphs, `Hours, dates and the renewal itself: ${letter.url}`];
  return { subject, body: [...body, letter.organizationName].join('\n\n') };
};
