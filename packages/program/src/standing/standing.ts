import { isInstant } from '../calendar/date.ts';
import { credentialTitle } from '../circumstances.ts';
import type { Fact, Instant } from '../facts.ts';
import type { Program } from '../schema/program.ts';
import { assessmentStanding } from './assessments/standing.ts';
import { readCredentials } from './credential/records.ts';
import { renewalStanding } from './credential/standing.ts';
import { findCredentialStanding, notKept } from './credential/status.ts';
import { listDeadlines } from './deadlines.ts';
import { type Flag, readLedger } from './ledger/ledger.ts';
import { listSteps } from './lines/steps.ts';
import { listOwed } from './next/fees.ts';
import { listNextActions } from './next/index.ts';
import { findSituation } from './situation.ts';
import { statementStanding } from './statements.ts';
import { findStatus } from './status.ts';
import type { CredentialStanding, Standing } from './types.ts';

function inOrder(flags: readonly Flag[]): readonly Flag[] {
  return [...flags].sort((a, b) => {
    const [left, right] = [`${a.factId}\n${a.problem.code}`, `${b.factId}\n${b.problem.code}`];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}

/**
 * Where a person stands in a program. Pure: the clock is an argument, and facts that lie after it are not looked at,
 * so any instant of the past or the future can be asked for.
 *
 * @param facts of one candidacy, in any order. What cannot be used is flagged in the result: duplicates, unknown parts,
 *   another edition, dates that cannot be. No content of a fact throws.
 * @param at `YYYY-MM-DDTHH:mm:ss.sssZ`.
 * @throws {RangeError} when `at` is no such instant.
 */
export function standing(program: Program, facts: readonly Fact[], at: Instant): Standing {
  if (!isInstant(at)) {
    throw new RangeError(`"${at}" is no instant; write it like "2027-03-03T14:00:00.000Z".`);
  }
  const ledger = readLedger(program, facts, at);
  const situation = findSituation(ledger);
  const { status, since, reason, final } = findStatus(situation);
  // Once everything is passed, or over, no attempt may begin.
  const isOver = final || status === 'certified' || situation.passing.known.state === 'met';
  const exam = situation.renewal?.exam;
  const assessments = [
    ...situation.assessments.map((found) => assessmentStanding(found, situation, isOver)),
    ...(exam === undefined ? [] : [assessmentStanding(exam, situation, final)]),
  ];
  const { credential, renewal, circumstances } = situation;
  return {
    program: program.id,
    edition: program.edition,
    at,
    status,
    statusReason: reason,
    since,
    steps: listSteps(situation, assessments, final),
    next: final ? [] : listNextActions(situation),
    owed: final ? [] : listOwed(situation),
    paid: situation.invoices.paid,
    deadlines: final ? [] : listDeadlines(situation),
    assessments,
    timeMultiplier: situation.accommodation.timeMultiplier,
    payerClass: situation.payer.payerClass,
    ...(circumstances.region === undefined ? {} : { region: circumstances.region }),
    ...(circumstances.track === undefined ? {} : { track: circumstances.track }),
    statements: situation.statements.all.map(statementStanding),
    credentialTitle: credentialTitle(program, circumstances),
    grants: situation.grants,
    ...(credential === undefined ? {} : { credential }),
    ...(renewal === undefined ? {} : { renewal: renewalStanding(situation, renewal) }),
    maintenance: situation.maintenance.map(({ fee, year, dueAt, graceUntil, state }) => ({
      fee,
      year,
      dueAt,
      graceUntil,
      state,
    })),
    listed: situation.listed,
    final,
    flags: inOrder(ledger.flags()),
  };
}

/**
 * Every credential of a candidacy by cycle, the latest last: what a register entry or a verification page of an older
 * one needs, which a standing does not hold.
 *
 * @throws {RangeError} when `at` is no instant.
 */
export function credentialHistory(
  program: Program,
  facts: readonly Fact[],
  at: Instant,
): readonly CredentialStanding[] {
  const { credential } = standing(program, facts, at);
  const records = readCredentials(readLedger(program, facts, at));
  return records.map((record, index) => {
    const next = records[index + 1];
    return next === undefined && credential !== undefined
      ? credential
      : findCredentialStanding(program, record, at, next, notKept);
  });
}
