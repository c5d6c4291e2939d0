import { applies, dependsOnRegion, type Program, type Requirement, type Standing } from '@testamur/program';
import { listBundles } from '../bundles.ts';
import { candidacyPath } from '../candidacy.ts';

export type Extra = 'region' | 'membership' | 'bundle' | 'accommodation' | 'register';

/** One thing that the application asks for: a requirement of the program, or something beside them. */
export type Section =
  | { readonly slug: string; readonly kind: 'requirement'; readonly requirement: Requirement }
  | { readonly slug: string; readonly kind: Extra };

type Place = Pick<Standing, 'region' | 'track'>;
type Where = Pick<
  Standing,
  'status' | 'next' | 'owed' | 'paid' | 'final' | 'credential' | 'steps' | 'region' | 'track'
>;

/** No requirement's id has the sign, so that none can hide a section. */
const extraSlug = (program: Program, extra: Extra): string =>
  program.requirements.some(({ id }) => id === extra) ? `_${extra}` : extra;

const requirementsFor = (program: Program, { region, track }: Place): readonly Requirement[] =>
  program.requirements.filter(
    (requirement) =>
      applies(requirement, {
        ...(region === undefined ? {} : { region }),
        ...(track === undefined ? {} : { track }),
      }) !== false,
  );

/** The sections that are there for this candidate, in the order in which they are asked. */
export const listSections = (program: Program, place: Place): readonly Section[] => {
  const requirements = requirementsFor(program, place);
  const asksRegion = dependsOnRegion(program) && requirements.every(({ kind }) => kind !== 'jurisdiction');
  const extra = (kind: Extra): Section => ({ slug: extraSlug(program, kind), kind });
  return [
    ...(asksRegion ? [extra('region')] : []),
    ...requirements.map((requirement) => ({ slug: requirement.id, kind: 'requirement' as const, requirement })),
    ...(program.payerClasses.some(({ proof }) => proof === 'membership') ? [extra('membership')] : []),
    ...(listBundles(program, place).length > 0 ? [extra('bundle')] : []),
    extra('accommodation'),
    extra('register'),
  ];
};

export const findSection = (program: Program, place: Place, slug: string): Section | undefined =>
  listSections(program, place).find((section) => section.slug === slug);

/** Where the candidate says where they live or work. */
export const regionSlug = (program: Program, place: Place): string =>
  requirementsFor(program, place).find(({ kind }) => kind === 'jurisdiction')?.id ?? extraSlug(program, 'region');

export const findLine = ({ steps }: Pick<Standing, 'steps'>, id: string) =>
  steps.flatMap((step) => step.lines).find((line) => line.kind === 'requirement' && line.id === id);

/** Another way to qualify is met or stated, so that nobody asks for this one. */
export const isNeedless = (section: Section, standing: Pick<Standing, 'steps'>): boolean =>
  section.kind === 'requirement' &&
  findLine(standing, section.requirement.id)?.why.reason.code === 'requirement.not-needed';

const asking: ReadonlySet<string> = new Set(['complete-requirement', 'request-statement']);

const isAsked = (section: Section, { next }: Pick<Standing, 'next'>): boolean =>
  section.kind === 'requirement' &&
  next.some(({ kind, subject }) => asking.has(kind) && subject === section.requirement.id);

const isInvoiced = ({ owed }: Pick<Standing, 'owed'>): boolean => owed.some(({ invoiceId }) => invoiceId !== undefined);

/** Once a price is made out for a region, the region stays. */
const isRegionOpen = (standing: Where): boolean =>
  standing.next.some(({ kind }) => kind === 'choose-region') ||
  (standing.status === 'draft' && !isInvoiced(standing) && standing.paid.length === 0);

/** Whether the candidate may change a section now. */
export const isEditable = (section: Section, standing: Where): boolean => {
  if (section.kind === 'register') return true;
  if (standing.final) return false;
  switch (section.kind) {
    case 'region':
      return isRegionOpen(standing);
    case 'requirement':
      if (section.requirement.kind === 'jurisdiction') return isRegionOpen(standing) || isAsked(section, standing);
      if (section.requirement.kind === 'membership' && isInvoiced(standing)) return false;
      return standing.status === 'draft' || isAsked(section, standing);
    case 'membership':
      return !isInvoiced(standing);
    case 'bundle': {
      // Its invoice is made out as soon as the application is accepted.
      const application = findLine(standing, 'application')?.state;
      return application !== 'met' && application !== 'not-met';
    }
    case 'accommodation':
      return (
        standing.credential === undefined &&
        !standing.next.some(({ kind }) => kind === 'take-exam' || kind === 'continue-exam' || kind === 'attend-session')
      );
  }
};

/** Whether the application is being filled in, for the first time or again: then one section leads to the next. */
export const isFillingIn = ({ next, status }: Pick<Standing, 'next' | 'status'>): boolean =>
  status === 'draft' || next.some(({ kind }) => kind === 'complete-requirement');

interface Way {
  readonly candidacyId: string;
  readonly program: Program;
  readonly standing: Where;
  readonly section: Section;
  /** The candidate came from the page that checks all answers, and goes back there. */
  readonly fromCheck: boolean;
}

/** What is answered by another way is passed over; whoever wants to state it all the same opens it from their page. */
const sectionsAsked = ({ program, standing }: Pick<Way, 'program' | 'standing'>): readonly Section[] => {
  const all = listSections(program, standing);
  return standing.status === 'draft'
    ? all.filter((section) => !isNeedless(section, standing))
    : all.filter((section) => isAsked(section, standing));
};

/** Where "Continue" leads: the next section, then the page that checks all answers. */
export const nextPath = ({ candidacyId, section, fromCheck, ...rest }: Way): string => {
  if (!isFillingIn(rest.standing)) return candidacyPath(candidacyId);
  const check = candidacyPath(candidacyId, '/check');
  const order = listSections(rest.program, rest.standing).map(({ slug }) => slug);
  const later = sectionsAsked(rest).find(({ slug }) => order.indexOf(slug) > order.indexOf(section.slug));
  return fromCheck || later === undefined ? check : candidacyPath(candidacyId, `/apply/${later.slug}`);
};

/** Where "Back" leads. */
export const backPath = ({ candidacyId, section, fromCheck, ...rest }: Way): string => {
  if (fromCheck) return candidacyPath(candidacyId, '/check');
  const asked = sectionsAsked(rest);
  const before = asked[asked.findIndex(({ slug }) => slug === section.slug) - 1];
  return candidacyPath(candidacyId, before === undefined ? '' : `/apply/${before.slug}`);
};
