import {
  type ExperienceTally,
  MissingCircumstanceError,
  type Program,
  type QuoteRequest,
  quote,
  type Standing,
  tallyExperience,
} from '@testamur/program';
import type { Api } from '../../../api.ts';
import { refuse } from '../../../loading/refusal.ts';
import { listBundles } from '../bundles.ts';
import { type Candidacy, loadCandidacy } from '../candidacy.ts';
import { asCounted, claimFor } from './entries/entries.ts';
import { findSection, type Section } from './sections.ts';

export interface Amount {
  readonly amountMinor: number;
  readonly currency: string;
}

/** A price that can be chosen, and what it comes to until certified; not known while it depends on the region. */
export interface PriceChoice {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly isMember: boolean;
  readonly amount: Amount | undefined;
}

export interface SectionData {
  readonly candidacy: Candidacy;
  readonly program: Program;
  readonly section: Section;
  /** What the saved jobs add up to by the rule of the requirement. */
  readonly tally: ExperienceTally | undefined;
  readonly prices: readonly PriceChoice[];
  readonly bundles: readonly BundleChoice[];
}

const tallyOf = ({ candidacy, section }: Pick<SectionData, 'candidacy' | 'section'>): ExperienceTally | undefined => {
  if (section.kind !== 'requirement' || section.requirement.kind !== 'experience') return undefined;
  const claim = claimFor(candidacy, section.requirement.id);
  if (claim?.kind !== 'experience') return undefined;
  return tallyExperience(section.requirement, claim.entries.map(asCounted), candidacy.standing.at.slice(0, 10));
};

type Place = Pick<Standing, 'at' | 'region' | 'track'>;

/** Several fees that can be paid at once, and what they cost one by one; not known while that depends on the region. */
export interface BundleChoice {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly together: Amount | undefined;
  readonly apart: Amount | undefined;
}

const totalOf = (
  program: Program,
  payerClass: string,
  { at, region, track }: Place,
  only: Pick<QuoteRequest, 'fees' | 'bundle'> = {},
): Amount | undefined => {
  try {
    const { totalMinor: amountMinor, currency } = quote(program, {
      payerClass,
      at,
      ...(region === undefined ? {} : { region }),
      ...(track === undefined ? {} : { track }),
      ...only,
    });
    return { amountMinor, currency };
  } catch (error) {
    if (error instanceof MissingCircumstanceError) return undefined;
    throw error;
  }
};

/** Every class that can be chosen, with what it pays until certified. */
export const pricesOf = (program: Program, place: Place): readonly PriceChoice[] =>
  program.payerClasses.map(({ id, label, description, proof }) => ({
    id,
    label,
    description,
    isMember: proof === 'membership',
    amount: totalOf(program, id, place),
  }));

const bundlesOf = (program: Program, standing: Standing): readonly BundleChoice[] =>
  listBundles(program, standing).map(({ id, title, description, fees: ids }) => {
    const fees = ids.map((fee) => ({ fee }));
    const { payerClass } = standing;
    return {
      ...{ id, title, description },
      together: totalOf(program, payerClass, standing, { fees, bundle: id }),
      apart: totalOf(program, payerClass, standing, { fees }),
    };
  });

/** What a section page needs; a section that the program does not have is not found. */
export const loadSection = async (
  api: Api,
  params: { readonly candidacyId: string; readonly section: string },
  requestId: string,
): Promise<SectionData> => {
  const { candidacy, program } = await loadCandidacy(api, params.candidacyId);
  const section = findSection(program, candidacy.standing, params.section);
  if (section === undefined) throw refuse(404, { code: 'web.not-found', message: '', requestId });
  return {
    candidacy,
    program,
    section,
    tally: tallyOf({ candidacy, section }),
    prices: section.kind === 'membership' ? pricesOf(program, candidacy.standing) : [],
    bundles: section.kind === 'bundle' ? bundlesOf(program, candidacy.standing) : [],
  };
};
