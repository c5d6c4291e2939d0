import type { Program, Requirement, Standing } from '@testamur/program';
import { candidacyPath } from '../candidacy.ts';

export type Extra = 'membership' | 'accommodation' | 'register';

/** One thing that the application asks for: a requirement of the program, or something beside them. */
export type Section =
  | { readonly slug: string; readonly kind: 'requirement'; readonly requirement: Requirement }
  | { readonly slug: string; readonly kind: Extra };

/** No requirement's id has the sign, so that none can hide a section. */
const extraSlug = (program: Program, extra: Extra): string =>
  program.requirements.some(({ id }) => id === extra) ? `_${extra}` : extra;

/** The sections in the order in which they are asked. */
export const listSections = (program: Program): readonly Section[] => {
  const extras: readonly Extra[] = [
    ...(program.payerClasses.some(({ proof }) => proof === 'membership') ? (['membership'] as const) : []),
    'accommodation',
    'register',
  ];
  return [
    ...program.requirements.map((requirement) => ({ slug: requirement.id, kind: 'requirement' as const, requirement })),
    ...extras.map((kind) => ({ slug: extraSlug(program, kind), kind })),
  ];
};

export const findSection = (program: Program, slug: string): Section | undefined =>
  listSections(program).find((section) => section.slug === slug);

const isAsked = (section: Section, { next }: Pick<Standing, 'next'>): boolean =>
  section.kind === 'requirement' &&
  next.some(({ kind, subject }) => kind === 'complete-requirement' && subject === section.requirement.id);

type Where = Pick<Standing, 'status' | 'next' | 'owed' | 'final' | 'credential'>;

/** Whether the candidate may change a section now. */
export const isEditable = (section: Section, standing: Where): boolean => {
  if (section.kind === 'register') return true;
  if (standing.final) return false;
  switch (section.kind) {
    case 'requirement':
      return standing.status === 'draft' || isAsked(section, standing);
    case 'membership':
      return standing.owed.every(({ invoiceId }) => invoiceId === undefined);
    case 'accommodation':
      return (
        standing.credential === undefined &&
        !standing.next.some(({ kind }) => kind === 'take-exam' || kind === 'continue-exam')
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

const sectionsAsked = ({ program, standing }: Pick<Way, 'program' | 'standing'>): readonly Section[] => {
  const all = listSections(program);
  return standing.status === 'draft' ? all : all.filter((section) => isAsked(section, standing));
};

/** Where "Continue" leads: the next section, then the page that checks all answers. */
export const nextPath = ({ candidacyId, section, fromCheck, ...rest }: Way): string => {
  if (!isFillingIn(rest.standing)) return candidacyPath(candidacyId);
  const check = candidacyPath(candidacyId, '/check');
  const order = listSections(rest.program).map(({ slug }) => slug);
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
