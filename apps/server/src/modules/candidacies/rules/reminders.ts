import { addPeriod, findFee, type Program, renewalReminders, type Standing, startOfDay } from '@testamur/program';
import { nextChangeAt } from './next-change.ts';
import { findAsking, statementReminders } from './statement-requests.ts';

/** How long before its date a yearly fee is reminded of once more. */
export const feeRemindedBefore = 'P7D';

/**
 * When somebody is reminded, earliest first: the holder of the expiry date and of yearly fees, and those who were asked
 * for a statement.
 */
export const remindersOf = (program: Program, standing: Standing): readonly Date[] =>
  [...ofExpiry(program, standing), ...ofFees(program, standing), ...ofStatements(program, standing)].sort(
    (a, b) => a.getTime() - b.getTime(),
  );

/** One that lies ahead has a date, too, at which it begins to be asked for. */
const ofFees = (program: Program, { maintenance }: Standing): readonly Date[] =>
  maintenance.flatMap(({ fee, state, dueAt }) => {
    if (state === 'open') return [new Date(addPeriod(dueAt, feeRemindedBefore, -1))];
    const terms = state === 'ahead' ? findFee(program, fee) : undefined;
    return terms ? [new Date(addPeriod(startOfDay(dueAt), terms.dueWithin, -1))] : [];
  });

const ofStatements = (program: Program, { statements }: Standing): readonly Date[] =>
  statements.flatMap((statement) => {
    const asking = statement.state === 'waiting' ? findAsking(program, statement.requirement) : undefined;
    return asking ? statementReminders(asking, statement).map((at) => new Date(at)) : [];
  });

/** Nobody is reminded whose certification does not run out. */
const ofExpiry = (program: Program, { credential, renewal }: Standing): readonly Date[] => {
  const runs = credential?.status === 'active' || credential?.status === 'renewal-due';
  if (!runs || renewal?.state === 'submitted') return [];
  return renewalReminders(program, credential.validUntil).map((reminder) => new Date(reminder.at));
};

/** Whether one has come since the standing was looked at last. */
export const isReminderDue = (reminders: readonly Date[], lookedAt: Date, at: Date): boolean =>
  reminders.some((reminder) => lookedAt < reminder && reminder <= at);

/** When the clock alone may change the standing next, or a reminder comes. */
export const nextLookAt = (standing: Standing, reminders: readonly Date[], at: Date): Date | undefined => {
  const ahead = [nextChangeAt(standing, at), reminders.find((reminder) => reminder > at)];
  const times = ahead.flatMap((instant) => (instant ? [instant.getTime()] : []));
  return times.length === 0 ? undefined : new Date(Math.min(...times));
};
