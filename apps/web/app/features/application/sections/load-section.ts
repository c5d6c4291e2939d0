import { countExperience, type Program, quote } from '@testamur/program';
import type { Api } from '../../../api.ts';
import { refuse } from '../../../loading/refusal.ts';
import { type Candidacy, loadCandidacy } from '../candidacy.ts';
import { claimFor } from './entries.ts';
import { findSection, type Section } from './sections.ts';

/** A price that can be chosen, and what it comes to for the first attempt. */
export interface PriceChoice {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly isMember: boolean;
  readonly amountMinor: number;
  readonly currency: string;
}

export interface SectionData {
  readonly candidacy: Candidacy;
  readonly program: Program;
  readonly section: Section;
  /** Years of full-time work that the saved jobs make, rounded down to a tenth. */
  readonly countedYears: number | undefined;
  readonly prices: readonly PriceChoice[];
}

const daysPerYear = 365;

const countedYears = ({ candidacy, section }: Pick<SectionData, 'candidacy' | 'section'>): number | undefined => {
  if (section.kind !== 'requirement' || section.requirement.kind !== 'experience') return undefined;
  const claim = claimFor(candidacy, section.requirement.id);
  if (claim?.kind !== 'experience') return undefined;
  const entries = claim.entries.map(({ to, ...entry }) => (to === undefined ? entry : { ...entry, to }));
  const today = candidacy.standing.at.slice(0, 10);
  const { percentDays } = countExperience(entries, section.requirement.settings, today);
  return Math.floor((percentDays / 100 / daysPerYear) * 10 + 1e-9) / 10;
};

const pricesOf = (program: Program, at: string): PriceChoice[] =>
  program.payerClasses.map(({ id, label, description, proof }) => {
    const { totalMinor, currency } = quote(program, { payerClass: id, at });
    return { id, label, description, isMember: proof === 'membership', amountMinor: totalMinor, currency };
  });

/** What a section page needs; a section that the program does not have is not found. */
export const loadSection = async (
  api: Api,
  params: { readonly candidacyId: string; readonly section: string },
  requestId: string,
): Promise<SectionData> => {
  const { candidacy, program } = await loadCandidacy(api, params.candidacyId);
  const section = findSection(program, params.section);
  if (section === undefined) throw refuse(404, { code: 'web.not-found', message: '', requestId });
  return {
    candidacy,
    program,
    section,
    countedYears: countedYears({ candidacy, section }),
    prices: section.kind === 'membership' ? pricesOf(program, candidacy.standing.at) : [],
  };
};
