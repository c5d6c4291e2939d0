import type { Program, Standing } from '@testamur/program';
import { canonicalJson, dayMs } from '../../apps/server/src/kernel/index.ts';
import type { Draft } from '../../apps/server/src/modules/candidacies/rules/drafts.ts';
import { queueChanges } from '../../apps/server/src/modules/candidacies/rules/queues.ts';
import { nextLookAt, remindersOf } from '../../apps/server/src/modules/candidacies/rules/reminders.ts';
import { standingOf } from '../../apps/server/src/modules/candidacies/store.ts';
import { candidateId, type Life, liveOf, shapes } from './lives.ts';

/** A candidacy as the tables would hold it before the sweep; many are made from each. */
export interface Template {
  readonly due: boolean;
  /** What the clock or a reminder has brought since is to be told. */
  readonly tells: boolean;
  readonly life: Life;
  readonly draft: Draft | undefined;
  readonly standing: Standing;
  readonly nextLook: Date;
  readonly queues: readonly { readonly queue: string; readonly subject: string }[];
}

const draftOf = ({ hasDraft, lookedAt }: Life): Draft | undefined =>
  hasDraft
    ? {
        section: 'conduct',
        content: { kind: 'attestation', signedName: 'A. Candidate', documentVersion: '2026' },
        savedAt: lookedAt,
      }
    : undefined;

/** The same question asked the plain way, one ledger at a time. */
const isToBeTold = (program: Program, { facts, lookedAt }: Life, drafts: readonly Draft[], now: Date): boolean => {
  const [before, after] = [lookedAt, now].map((at) => standingOf(at, program, facts, drafts, candidateId).standing);
  if (!before || !after) throw new Error('A ledger without a standing.');
  const reminders = remindersOf(program, after);
  return (
    canonicalJson({ ...before, at: '' }) !== canonicalJson({ ...after, at: '' }) ||
    reminders.some((reminder) => lookedAt < reminder && reminder <= now)
  );
};

const templateAt = (program: Program, shape: (typeof shapes)[number], start: Date, now: Date): Template => {
  const life = liveOf(program, shape, start);
  const draft = draftOf(life);
  const drafts = draft ? [draft] : [];
  const { standing, at } = standingOf(life.lookedAt, program, life.facts, drafts, candidateId);
  const nextLook = nextLookAt(standing, remindersOf(program, standing), at);
  if (!nextLook) throw new Error(`No clock runs for ${shape.name}: it can never be due.`);
  const queues = queueChanges(standing.next, []).enter;
  const due = nextLook <= now;
  return { due, tells: due && isToBeTold(program, life, drafts, now), life, draft, standing, nextLook, queues };
};

const variants = 8;

/** Each shape several times, shifted by days, the first half of them due within the last weeks and the rest later. */
export const makeTemplates = (program: Program, now: Date): readonly Template[] => {
  const templates = shapes.flatMap((shape) => {
    const probe = new Date(now.getTime() - 4 * 365 * dayMs);
    const untilDue = templateAt(program, shape, probe, now).nextLook.getTime() - probe.getTime();
    return Array.from({ length: 2 * variants }, (_, index) => {
      // A few days of slack on either side, because months differ in length.
      const shift = index < variants ? -(5 + index) : 5 + (index - variants);
      const template = templateAt(program, shape, new Date(now.getTime() - untilDue + shift * dayMs), now);
      const expected = index < variants;
      if (template.due !== expected || template.life.lookedAt >= now) {
        throw new Error(`A synthetic candidacy with ${shape.name} is not as it was to be made.`);
      }
      return template;
    });
  });
  // Due and not due side by side, as they would stand in the tables.
  return [...templates.keys()]
    .sort((a, b) => ((a * 37) % templates.length) - ((b * 37) % templates.length))
    .flatMap((place) => templates[place] ?? []);
};
