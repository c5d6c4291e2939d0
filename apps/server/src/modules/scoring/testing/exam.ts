import { newId } from '../../../kernel/index.ts';
import { getPreparedForm } from '../../delivery/index.ts';
import { authorize } from './life.ts';
import type { Caller, World } from './world.ts';

export interface Sitting {
  readonly candidacyId: string;
  readonly attemptId: string;
  readonly deviceId: string;
  /** Item ids in the form's order. */
  readonly items: readonly string[];
}

export const beginExam = async ({ api }: Caller, candidacyId: string, assessmentId = 'exam'): Promise<string> =>
  (await api.delivery.beginAttempt({ candidacyId, assessmentId, agreed: true })).attemptId;

export const openExam = async ({ api }: Caller, candidacyId: string, attemptId: string): Promise<Sitting> => {
  const deviceId = newId();
  const { items } = await api.delivery.openAttempt({ attemptId, deviceId });
  return { candidacyId, attemptId, deviceId, items: items.map(({ itemId }) => itemId) };
};

/** A candidate with the exam open on a device. */
export const sitExam = async (world: World, candidate: Caller): Promise<Sitting> => {
  const candidacyId = await authorize(world, candidate);
  return openExam(candidate, candidacyId, await beginExam(candidate, candidacyId));
};

export const entry = (
  world: World,
  seq: number,
  itemId: string,
  value: string | string[] | boolean | null = 'A',
  kind: 'response' | 'flag' = 'response',
) => ({ seq, itemId, kind, value, clientAt: world.now().toISOString() });

/** Saves over HTTP, as a browser does: the hot path. */
export const save = async (
  world: World,
  { personId }: Caller,
  { attemptId, deviceId }: Pick<Sitting, 'attemptId' | 'deviceId'>,
  entries: readonly unknown[],
) => {
  const response = await world.server.inject({
    method: 'POST',
    url: `/api/attempts/${attemptId}/responses`,
    headers: { authorization: `Bearer ${personId}` },
    payload: { deviceId, entries },
  });
  return { status: response.statusCode, headers: response.headers, body: response.json() };
};

/** The key of each item of an attempt's form. */
export const keysOf = async (world: World, attemptId: string): Promise<ReadonlyMap<string, string>> =>
  world.within(async (scope) => {
    const { form_id: formId } = await scope.trx
      .selectFrom('attempt')
      .select('form_id')
      .where('id', '=', attemptId)
      .executeTakeFirstOrThrow();
    const { items } = await getPreparedForm(scope, formId);
    return new Map(items.map(({ itemId, item }) => [itemId, String([item.responses[0]?.correct].flat()[0])]));
  });

/** Answers `right` items by the key and the rest wrongly. */
export const answerExam = async (world: World, candidate: Caller, sitting: Sitting, right: number): Promise<void> => {
  const keys = await keysOf(world, sitting.attemptId);
  const entries = sitting.items.map((itemId, index) => {
    const key = keys.get(itemId) ?? '';
    return entry(world, index + 1, itemId, index < right ? key : key === 'A' ? 'B' : 'A');
  });
  const saved = await save(world, candidate, sitting, entries);
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
};

/** The whole of an exam, sealed by its candidate and scored by the jobs. */
export const takeExam = async (
  world: World,
  candidate: Caller,
  { candidacyId, assessmentId, right }: { candidacyId: string; assessmentId: string; right: number },
): Promise<Sitting> => {
  const sitting = await openExam(candidate, candidacyId, await beginExam(candidate, candidacyId, assessmentId));
  await answerExam(world, candidate, sitting, right);
  const { attemptId, deviceId, items } = sitting;
  await candidate.api.delivery.submitAttempt({ attemptId, deviceId, lastSeq: items.length });
  await world.runJobs();
  return sitting;
};

/** Releases every result that waits for it. */
export const releaseAll = async (world: World, psychometrician: Caller): Promise<void> => {
  const organization = world.organization.slug;
  const { results } = await psychometrician.api.scoring.listResults({ organization, waiting: 'true' });
  const resultIds = results.map(({ resultId }) => resultId);
  await psychometrician.api.scoring.releaseResults({ organization, resultIds });
  await world.runJobs();
};
