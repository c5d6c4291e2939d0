import type { Program } from '@testamur/program';
import { formatDay } from '../../../kernel/index.ts';
import type { Asking } from './statement-requests.ts';

export interface StatementMail {
  readonly program: Program;
  readonly requirement: Asking;
  readonly organizationName: string;
  readonly demonstration: boolean;
  readonly candidateName: string;
  /** Who is asked. */
  readonly name: string;
  /** Of a referee, in words. */
  readonly relation?: string | undefined;
  /** Of a training, its title. */
  readonly training?: string | undefined;
  readonly link: string;
  readonly until: string;
  readonly isReminder: boolean;
}

const wanted = ({
  requirement,
  candidateName,
  program,
  organizationName,
  relation,
  training,
}: StatementMail): string => {
  const applying = `${candidateName} is applying to ${organizationName} for the certification "${program.title}"`;
  if (requirement.kind === 'training') {
    return `${applying} and states to have completed "${training ?? requirement.title}" with you. Please confirm it, or say that you cannot:`;
  }
  const as = relation === undefined ? '' : ` (${relation.toLowerCase()})`;
  return `${applying} and has named you as a referee${as}. Please say what you know of their work:`;
};

const readBy = ({ requirement, candidateName }: StatementMail): string =>
  requirement.kind === 'references'
    ? `What you write is read by those who review the application, and not by ${candidateName}.`
    : `If you cannot confirm it, ${candidateName} reads the reason that you give.`;

/** The mail to a referee or to the provider of a training, with the personal link. */
export const statementMail = (mail: StatementMail): { readonly subject: string; readonly body: string } => {
  const { requirement, program, organizationName, demonstration, candidateName, name, link, until, isReminder } = mail;
  const what = requirement.kind === 'references' ? 'Reference for' : 'Confirmation of a training of';
  const subject = `${isReminder ? 'Reminder: ' : ''}${what} ${candidateName} (${program.abbreviation})`;
  const body = [
    `Dear ${name},`,
    ...(isReminder
      ? [`we wrote to you before, and have no answer yet. It would help to have it by ${formatDay(until)}.`]
      : []),
    wanted(mail),
    link,
    `You need no account. The link is for you alone and works until ${formatDay(until)} (UTC). ${readBy(mail)}`,
    'If you do not know this person, or would rather not answer, say so on the same page; then we do not write again.',
    `${program.title}, edition ${program.edition}\n${organizationName}`,
  ];
  if (!demonstration) return { subject, body: body.join('\n\n') };
  const note = 'This is a demonstration. Nothing in this message has effect outside it.';
  return { subject: `Demonstration: ${subject}`, body: [note, ...body].join('\n\n') };
};
