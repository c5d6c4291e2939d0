import { expectThat } from '../unmet.ts';
import { staffWith, type World } from '../world.ts';
import { applying } from './applying.ts';
import { assessing } from './assessing.ts';
import { keeping } from './keeping.ts';
import type { Chronicle, Particular, Recorded, RecordedOf } from './particular.ts';
import { paying } from './paying.ts';
import { proving } from './proving.ts';

export const particulars: readonly Particular[] = [...applying, ...paying, ...assessing, ...proving, ...keeping];

/** A particular of a program, as it was seen. */
export interface Claimed {
  readonly id: string;
  readonly title: string;
  readonly expected: string;
  readonly found: string;
  /** As the API gave it. */
  readonly evidence: unknown;
}

const chronicleOf = async (world: World): Promise<Chronicle> => {
  const { program, plan, findings, candidate, candidacyId } = world;
  const { standing } = await candidate.api.candidacies.getCandidacy({ candidacyId });
  // What others recorded an auditor reads in full, and the candidate in words.
  const { history } = await staffWith(world, 'auditor').api.candidacies.getCandidacy({ candidacyId });
  // Histories are written from the ledger: kind and data are those of the fact.
  const recorded = history.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1)) as unknown as Recorded[];
  return {
    program,
    plan,
    circumstances: plan,
    standing,
    findings,
    facts: (kind) => recorded.filter((fact): fact is RecordedOf<typeof kind> => fact.kind === kind),
  };
};

/**
 * Shows each particular that the program has, with what the API said of it.
 *
 * @throws StepFailed where one did not show.
 */
export const checkParticulars = async (world: World): Promise<readonly Claimed[]> => {
  const { journal, program, plan } = world;
  const claimed: Claimed[] = [];
  const chronicle = await chronicleOf(world);
  for (const particular of particulars) {
    if (!particular.isIn(program, plan)) continue;
    const { id, title } = particular;
    await journal.step('rehearsal', `Show: ${title}`, async (note) => {
      const { holds, expected, found, evidence } = particular.show(chronicle);
      expectThat(holds, expected, found);
      claimed.push({ id, title, expected, found, evidence });
      note(found);
    });
  }
  return claimed;
};
