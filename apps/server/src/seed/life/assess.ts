import { randomUUID } from 'node:crypto';
import type { NextActionKind } from '@testamur/program';
import { getPreparedForm } from '../../modules/delivery/index.ts';
import type { Act, Candidate } from './candidate.ts';
import { evidencePdf } from './evidence.ts';
import { rate, recordModule } from './sessions.ts';

/** The key of each item of an attempt's form. The seed runs inside the server; no browser could ask for it. */
const keysOf = ({ world }: Candidate, attemptId: string): Promise<ReadonlyMap<string, string>> =>
  world.context.platform.inTenant(world.organization.id, async (scope) => {
    const { form_id: formId } = await scope.trx
      .selectFrom('attempt')
      .select('form_id')
      .where('organization_id', '=', scope.organization.id)
      .where('id', '=', attemptId)
      .executeTakeFirstOrThrow();
    const { items } = await getPreparedForm(scope, formId);
    return new Map(items.map(({ itemId, item }) => [itemId, String([item.responses[0]?.correct].flat()[0])]));
  });

/** One item in nine is answered wrongly: the score report then has something to say. */
const isMissed = (index: number): boolean => index % 9 === 4;

const sitExam: Act = async (candidate, { subject = '' }, standing) => {
  const { api, candidacyId, world } = candidate;
  const running = standing.assessments.find(({ assessment }) => assessment === subject)?.attemptId;
  const attemptId =
    running ?? (await api.delivery.beginAttempt({ candidacyId, assessmentId: subject, agreed: true })).attemptId;
  const deviceId = randomUUID();
  const { items, nextSeq } = await api.delivery.openAttempt({ attemptId, deviceId });
  const keys = await keysOf(candidate, attemptId);
  const values = [...new Set(keys.values())];
  const clientAt = world.context.platform.clock(world.organization).toISOString();
  const entries = items.map(({ itemId }, index) => {
    const key = keys.get(itemId) ?? null;
    const other = values.find((value) => value !== key) ?? null;
    const value = isMissed(index) ? other : key;
    return { seq: nextSeq + index, itemId, kind: 'response' as const, value, clientAt };
  });
  for (let start = 0; start < entries.length; start += 100) {
    await api.delivery.saveResponses({ attemptId, deviceId, entries: entries.slice(start, start + 100) });
  }
  await api.delivery.submitAttempt({ attemptId, deviceId, lastSeq: entries.at(-1)?.seq ?? 0 });
  // It is scored by a job; the result decides what comes next.
  return 'wait';
};

const reflection =
  'I did this work myself as part of my daily tasks, checked it against our procedure, and learned where the procedure leaves room for judgment.';

const submitPortfolio: Act = async ({ api, name, program, candidacyId }, { subject = '' }) => {
  const assessment = program.assessments.find(({ id }) => id === subject);
  if (assessment?.kind !== 'portfolio') return false;
  const { pieces } = await api.delivery.getPortfolio({ candidacyId, assessmentId: subject });
  const criteria = assessment.rubric.criteria.map(({ id }) => id);
  for (let number = pieces.length + 1; number <= Math.max(assessment.pieces.minimum, 2); number += 1) {
    const title = `Piece ${number}`;
    const file = evidencePdf(`${title}.pdf`, [title, `Made by ${name} for a demonstration.`]);
    const { id: fileId } = await api.candidacies.uploadFile({ candidacyId, file });
    await api.delivery.addPiece({ candidacyId, assessmentId: subject, fileId, title, reflection, criteria });
  }
  await api.delivery.submitPortfolio({ candidacyId, assessmentId: subject });
  return true;
};

const release: Act = async ({ world, candidacyId }) => {
  const organization = world.organization.slug;
  const psychometrician = await world.as('psychometrician');
  const { results } = await psychometrician.scoring.listResults({ organization, waiting: 'true' });
  const resultIds = results
    .filter((result) => result.candidacyId === candidacyId && result.releasedAt === undefined)
    .map(({ resultId }) => resultId);
  if (resultIds.length === 0) return false;
  await psychometrician.scoring.releaseResults({ organization, resultIds });
  return true;
};

/** What happens between the payment and the decision. */
export const assess: Readonly<Partial<Record<NextActionKind, Act>>> = {
  'take-exam': sitExam,
  'continue-exam': sitExam,
  'submit-portfolio': submitPortfolio,
  'assign-examiner': rate,
  'record-session': rate,
  'record-module': recordModule,
  'release-result': release,
};
