import { createHash } from 'node:crypto';
import {
  addPeriod,
  type Fact,
  findRequirement,
  type Program,
  type RequirementOf,
  type Standing,
  startOfDay,
  statementRoom,
} from '@testamur/program';
import { dayMs } from '../../../kernel/index.ts';
import { isSubmitted } from './claims.ts';

type StatementStanding = Standing['statements'][number];
export type Asking = RequirementOf<'references' | 'training'>;

/** Only this is stored: a copy of the tables opens no link. */
export const linkHash = (token: string): string => createHash('sha256').update(token).digest('hex');

export const mostRequestsADay = 10;

/** A requirement that others make statements for. */
export const findAsking = (program: Program, id: string): Asking | undefined => {
  const requirement = findRequirement(program, id);
  return requirement?.kind === 'references' || requirement?.kind === 'training' ? requirement : undefined;
};

export const findStatement = ({ statements }: Standing, requestId: string): StatementStanding | undefined =>
  statements.find((statement) => statement.requestId === requestId);

/** Why nobody more can be asked now; undefined where somebody can. */
export const askingHeldBy = (
  program: Program,
  requirement: Asking,
  standing: Standing,
  facts: readonly Fact[],
): string | undefined => {
  const { id, title, kind } = requirement;
  const line = standing.steps.flatMap((step) => step.lines).find((one) => one.kind === 'requirement' && one.id === id);
  if (line?.state === 'met') return `"${title}" is met, so nobody more has to be asked.`;
  const isAsked = line !== undefined && (!isSubmitted(facts) || standing.next.some(({ subject }) => subject === id));
  if (!isAsked) return `"${title}" is not asked of you now, so nobody has to be asked for it.`;
  if (statementRoom(program, standing, id) > 0) return undefined;
  if (kind === 'training') return 'The provider is asked already. Take that request back to ask somebody else.';
  return `No more than ${requirement.maximum} can be asked or given at a time. Take a request back to ask somebody else.`;
};

/**
 * Whether the same address may not be asked again. A referee who has answered or declined stays with that; of providers
 * there is one, who may be asked about a claim that was mended.
 */
export const blocksAddress = ({ kind }: Asking, state: StatementStanding['state'] | undefined): boolean =>
  state === 'waiting' || (kind === 'references' && (state === 'given' || state === 'declined'));

/** When they are reminded by themselves, earliest first. */
export const statementReminders = (
  { request }: Asking,
  { requestedAt, until }: Pick<StatementStanding, 'requestedAt' | 'until'>,
): readonly string[] =>
  request.reminders
    .map((period) => startOfDay(addPeriod(requestedAt, period)))
    .filter((at) => at < until)
    .sort();

/** The reminder that has come and was not sent, or that a later mail has made needless. */
export const dueReminder = (
  requirement: Asking,
  statement: StatementStanding,
  mailedAt: Date,
  now: Date,
): string | undefined =>
  statement.state !== 'waiting'
    ? undefined
    : statementReminders(requirement, statement).findLast(
        (at) => at <= now.toISOString() && Date.parse(at) > mailedAt.getTime(),
      );

/** From when on a person who was written to at an instant may be reminded by hand. */
export const remindFrom = (mailedAt: Date): Date => new Date(mailedAt.getTime() + dayMs);

/** The address without what many servers leave out of account: `ana+work@x` and `ana@x` are one mailbox. */
export const mailboxOf = (email: string): string => email.toLowerCase().replace(/\+[^@]*(?=@[^@]*$)/, '');

/** The part of an address that says where it is from. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);
