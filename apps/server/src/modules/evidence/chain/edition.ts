import { auditedFacts } from '../rules/audited.ts';
import { ofKind } from '../rules/cycle.ts';
import type { Step } from '../rules/show.ts';
import { hash, notRecorded, people, stateOf, text } from '../rules/values.ts';
import type { Traced } from './load.ts';

/** The program file that said all of this in advance. */
export const editionStep = ({ cycle, program, edition, entries }: Traced): Step => {
  const entry = entries.find(
    ({ action, detail }) =>
      action === 'programs.publishEdition' && detail.programId === program.id && detail.edition === program.edition,
  );
  const recorded = entry?.detail.sha256;
  const asPublished = typeof recorded === 'string' ? recorded === edition?.sha256 && entry?.holds : undefined;
  const moved = ofKind(cycle.facts, 'edition-moved');
  const audited = auditedFacts(moved, entries);
  return {
    kind: 'edition',
    ...(edition === undefined ? {} : { at: edition.publishedAt.toISOString() }),
    details: [
      { field: 'edition.edition', value: text(program.edition) },
      {
        field: 'edition.publishedBy',
        value: edition?.publishedById
          ? people([{ kind: 'staff', id: edition.publishedById }])
          : people([{ kind: 'system' }]),
      },
      { field: 'edition.sha256', value: edition === undefined ? notRecorded : hash(edition.sha256) },
      ...(moved[0] === undefined ? [] : [{ field: 'edition.movedFrom', value: text(moved[0].data.from) } as const]),
    ],
    // A move is an act of nobody: it has no entry of its own.
    checks: [{ of: 'edition-as-published', state: stateOf(asPublished) }],
    facts: audited.facts,
  };
};
