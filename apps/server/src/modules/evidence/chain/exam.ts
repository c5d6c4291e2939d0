import { z } from 'zod';
import type { AuditTrace } from '../../audit/index.ts';
import { groupHolds, type WrittenGroup } from '../../delivery/index.ts';
import { auditedFacts } from '../rules/audited.ts';
import type { Step } from '../rules/show.ts';
import { code, hash, instant, list, notRecorded, number, people, stateOf, text } from '../rules/values.ts';
import type { About } from './assessed.ts';
import type { Assessed, Traced } from './load.ts';

const groupSchema = z.object({ attempts: z.record(z.string(), z.array(z.number())), digest: z.string() });

const groupsOf = (entries: readonly AuditTrace[], attemptId: string): readonly WrittenGroup[] =>
  entries.flatMap(({ action, detail }) => {
    if (action !== 'delivery.saveResponses') return [];
    const group = groupSchema.safeParse(detail);
    return group.success && attemptId in group.data.attempts ? [group.data] : [];
  });

/** Every entry of the log stands in one audited group, nothing else does, and each group reads as it was written. */
const responsesHold = async (
  { scope, entries }: Traced,
  { attempt: { id }, seqs }: NonNullable<Assessed['attempt']>,
): Promise<boolean> => {
  const groups = groupsOf(entries, id);
  const audited = groups.flatMap(({ attempts }) => attempts[id] ?? []).toSorted((a, b) => a - b);
  if (audited.length !== seqs.length || audited.some((seq, place) => seq !== seqs[place])) return false;
  for (const group of groups) {
    if (!(await groupHolds(scope, group))) return false;
  }
  return true;
};

export const attemptStep = async (
  traced: Traced,
  { attempt: traced_, authorization, fact }: Assessed,
  about: About,
): Promise<Step> => {
  const facts = traced.cycle.facts.filter(
    ({ kind, data }) =>
      (kind === 'attempt-begun' || kind === 'attempt-sealed') &&
      data.assessment === fact.data.assessment &&
      data.attempt === fact.data.attempt,
  );
  const sealed = facts.findLast(({ kind }) => kind === 'attempt-sealed');
  const audited = auditedFacts(facts, traced.entries);
  const begunAt = traced_?.attempt.begunAt;
  const inWindow = begunAt && authorization && begunAt >= authorization.from && begunAt <= authorization.until;
  const notes = traced_?.incidents.map(({ note }) => note) ?? [];
  return {
    kind: 'attempt',
    ...about,
    ...(facts[0] === undefined ? {} : { at: facts[0].at }),
    details: [
      { field: 'attempt.sealed', value: instant(sealed?.at) },
      { field: 'attempt.sealedBy', value: sealed === undefined ? notRecorded : people([sealed.by]) },
      { field: 'attempt.responses', value: number(traced_?.seqs.length) },
      { field: 'attempt.sha256', value: traced_ === undefined ? notRecorded : hash(traced_.sha256) },
      { field: 'attempt.incidents', value: number(traced_?.incidents.length) },
      ...(notes.length === 0 ? [] : [{ field: 'attempt.incidentNotes', value: list(notes) } as const]),
    ],
    checks: [
      { of: 'responses-as-saved', state: stateOf(traced_ && (await responsesHold(traced, traced_))) },
      { of: 'in-window', state: stateOf(inWindow) },
      ...audited.checks,
    ],
    facts: audited.facts,
  };
};

/** What the audit says of the publication; forms of a rehearsal are published in no act of anybody. */
const publishedAs = (entries: readonly AuditTrace[], formId: string): AuditTrace | undefined =>
  entries.find(({ action, detail }) => action === 'itemBank.publishForm' && detail.formId === formId);

export const formStep = ({ entries }: Traced, { attempt, form }: Assessed, about: About): Step | undefined => {
  if (!attempt || !form) return undefined;
  const { formId } = attempt.attempt;
  const entry = publishedAs(entries, formId);
  const recorded = entry?.detail.sha256;
  const asPublished = typeof recorded === 'string' ? recorded === form.sha256 && entry?.holds : undefined;
  return {
    kind: 'form',
    ...about,
    at: form.publishedAt.toISOString(),
    details: [
      { field: 'form.id', value: code(formId) },
      { field: 'form.name', value: text(form.name) },
      { field: 'form.seed', value: number(form.seed) },
      { field: 'form.items', value: number(form.items) },
      { field: 'form.edition', value: text(form.edition) },
      {
        field: 'form.publishedBy',
        value: people([form.publishedById === null ? { kind: 'system' } : { kind: 'staff', id: form.publishedById }]),
      },
      { field: 'form.sha256', value: hash(form.sha256) },
    ],
    checks: [
      { of: 'items-unchanged', state: stateOf(form.itemsHold) },
      { of: 'form-as-published', state: stateOf(asPublished) },
    ],
    facts: [],
  };
};
