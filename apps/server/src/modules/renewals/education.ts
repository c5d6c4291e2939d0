import { formatInstant, newId, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { type Candidacy, loadCandidacy, recordFacts, requireFiles } from '../candidacies/index.ts';
import { listPeople } from '../identity/index.ts';
import { educationRefusal } from './rules/education.ts';

export interface EducationLog {
  readonly candidacyId: string;
  readonly title: string;
  readonly provider: string;
  readonly hours: number;
  readonly completedOn: string;
  readonly category?: string | undefined;
  readonly fileIds: readonly string[];
}

/** Logs continuing education. What was completed before the cycle is kept and shown, and does not count. */
export const logEducation = async (
  scope: Scope,
  personId: string,
  { candidacyId, title, provider, hours, completedOn, category, fileIds }: EducationLog,
): Promise<{ entryId: string; counts: boolean }> => {
  const { standing, program } = await loadCandidacy(scope, candidacyId, { lock: true });
  if (!standing.renewal || standing.renewal.state === 'closed') {
    const message = 'There is no certification here that education could be counted for.';
    throw new Problem('rule-broken', 'renewals.no-cycle', message);
  }
  if (completedOn > scope.now.toISOString().slice(0, 10)) {
    const message = 'Enter the day on which it was completed; this one is in the future (UTC).';
    throw new Problem('invalid', 'renewals.in-the-future', message, [{ path: 'completedOn', message }]);
  }
  const refusal = educationRefusal(program, standing.renewal, category);
  if (refusal)
    throw new Problem('invalid', refusal.code, refusal.message, [{ path: 'category', message: refusal.message }]);
  const files = [...new Set(fileIds)];
  await requireFiles(scope, candidacyId, files);
  const entryId = newId();
  const { standing: after } = await recordFacts(scope, candidacyId, [
    {
      kind: 'education-logged',
      data: {
        entryId,
        title,
        provider,
        hours,
        completedOn,
        ...(category === undefined ? {} : { category }),
        fileIds: files,
      },
      by: { kind: 'candidate', id: personId },
    },
  ]);
  const entry = after.renewal?.entries.find((one) => one.entryId === entryId);
  return { entryId, counts: entry?.counts ?? false };
};

export interface EducationVerdict {
  readonly candidacyId: string;
  readonly entryId: string;
  readonly verdict: 'accepted' | 'not-accepted';
  readonly reason: string;
}

/** One verdict an entry; of two reviewers at once, the second is told who was first. */
export const judgeEducation = async (
  scope: Scope,
  personId: string,
  { candidacyId, entryId, verdict, reason }: EducationVerdict,
): Promise<void> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  if (candidacy.personId === personId) {
    const message = 'This candidacy is your own. Somebody else has to judge it.';
    throw new Problem('forbidden', 'renewals.own-candidacy', message);
  }
  const entry = candidacy.standing.renewal?.entries.find((one) => one.entryId === entryId);
  if (!entry) {
    const message = 'There is no such entry in the cycle that runs.';
    throw new Problem('not-found', 'renewals.no-such-entry', message);
  }
  if (entry.state !== 'waiting') throw await alreadyJudged(scope, candidacy, entryId);
  const { recorded } = await recordFacts(scope, candidacyId, [
    {
      kind: 'education-judged',
      data: { entryId, verdict, reason },
      by: { kind: 'staff', id: personId },
      once: `education-judged:${entryId}`,
    },
  ]);
  if (recorded[0] !== true) throw await alreadyJudged(scope, candidacy, entryId);
};

const alreadyJudged = async (scope: Scope, { facts }: Candidacy, entryId: string): Promise<Problem> => {
  const fact = facts.find((one) => one.kind === 'education-judged' && one.data.entryId === entryId);
  const people = await listPeople(scope.trx, fact?.by.id === undefined ? [] : [fact.by.id]);
  const who = people.get(fact?.by.id ?? '')?.name ?? 'Somebody else';
  const when = fact ? ` on ${formatInstant(fact.at)}` : '';
  const message = `${who} judged this entry${when}. Your verdict was not recorded.`;
  return new Problem('conflict', 'renewals.already-judged', message);
};
