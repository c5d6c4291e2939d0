import { DatabaseError } from 'pg';
import { Problem } from '../../../kernel/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { getPreparedForm, type PreparedForm } from '../form-cache.ts';
import { clockOf } from '../open.ts';
import type { Presence } from '../presence.ts';
import { attemptOver, otherDevice, sequenceConflict } from '../refusals.ts';
import { checkEntries } from '../rules/check-entries.ts';
import { sealAtTime } from '../seal.ts';
import { getAttempt } from '../store.ts';
import { createCommitter } from './committer.ts';
import { type SaveOutcome, type SaveRequest, writeGroup } from './write-group.ts';

/** What never changes about an attempt: who owns it, where, and what may be answered. */
interface Known {
  readonly organizationId: string;
  readonly personId: string;
  readonly form: PreparedForm;
}

export interface Saved {
  readonly serverNow: string;
  readonly endsAt: string;
  readonly status: 'working' | 'sealed' | 'sealed-at-time' | 'canceled';
  readonly acknowledged: number[];
}

export interface Answers {
  /**
   * Saves entries of this person's attempt; resolves after the commit.
   *
   * @returns undefined where this person has no such attempt.
   * @throws Problem with the codes of the contract; Overloaded.
   */
  save(personId: string, request: SaveRequest): Promise<Saved | undefined>;
}

const keptAttempts = 20_000;
const passing = new Set(['40001', '40P01']);
const codeOf = (error: unknown): string => (error instanceof DatabaseError ? (error.code ?? '') : '');

/** The path of an answer: known attempt, checked entries, one group commit. */
export const createAnswers = (platform: Platform, presence: Presence): Answers => {
  const known = new Map<string, Known>();

  const find = async (attemptId: string): Promise<Known | undefined> => {
    const kept = known.get(attemptId);
    if (kept) return kept;
    const located = await platform.db.kysely
      .selectFrom('locator')
      .select(['organization_id', 'person_id'])
      .where('id', '=', attemptId)
      .where('kind', '=', 'attempt')
      .executeTakeFirst();
    if (!located?.person_id) return undefined;
    const { organization_id: organizationId, person_id: personId } = located;
    const form = await platform.inTenant(organizationId, async (scope) =>
      getPreparedForm(scope, (await getAttempt(scope, attemptId)).formId),
    );
    const oldest = known.size >= keptAttempts ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    const found = { organizationId, personId, form };
    known.set(attemptId, found);
    return found;
  };

  const committer = createCommitter<SaveRequest, SaveOutcome | undefined>({
    write: (organizationId, requests) => platform.inTenant(organizationId, (scope) => writeGroup(scope, requests)),
    sizeOf: ({ entries }) => entries.length,
    maxGroupSize: 256,
    writers: 2,
    maxWaitingSize: 20_000,
    // Class 22 is a value that the database cannot hold, 23 a broken constraint.
    isOfOneRequest: (error) => /^2[23]/.test(codeOf(error)),
    isPassing: (error) => passing.has(codeOf(error)),
  });

  return {
    async save(personId, request) {
      const attempt = await find(request.attemptId);
      if (attempt?.personId !== personId) return undefined;
      checkEntries(attempt.form.byId, request.attemptId, request.entries);
      const outcome = await committer.commit(attempt.organizationId, request);
      switch (outcome?.kind) {
        case 'saved':
          presence.touch(request.attemptId, outcome.now);
          return { ...clockOf(outcome, outcome.now), acknowledged: request.entries.map(({ seq }) => seq) };
        case 'conflict':
          throw sequenceConflict(outcome.seq);
        case 'other-device':
          throw otherDevice();
        case 'over':
          if (outcome.status === 'working') {
            await platform.inTenant(attempt.organizationId, (scope) => sealAtTime(scope, request.attemptId));
          }
          throw attemptOver(outcome.status);
        default:
          throw new Problem('not-found', 'platform.not-found', 'There is no such attempt.');
      }
    },
  };
};
