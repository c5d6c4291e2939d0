import { type Program, provenanceOf, type Rule, toMinor } from '@testamur/program';
import type { Api } from '../../api.ts';

type Summary = Awaited<ReturnType<Api['programs']['listPrograms']>>['programs'][number];
type RequirementKind = Program['requirements'][number]['kind'];
type AssessmentKind = Program['assessments'][number]['kind'];

export interface Cited {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly readOn: string;
  readonly confirmed: boolean;
}

/** What the guide reads off one program: little enough to be sent to every reader. */
export interface GuideProgram
  extends Pick<
    Summary,
    'id' | 'abbreviation' | 'title' | 'organizationName' | 'workplaces' | 'cost' | 'ways' | 'openToAnyone' | 'modes'
  > {
  readonly time: { readonly period: string; readonly text: string; readonly assumed: boolean };
  readonly requirements: readonly RequirementKind[];
  readonly assessments: readonly AssessmentKind[];
  /** Whatever way one takes, training that the body has approved is part of it. */
  readonly approvedTraining: boolean;
  readonly topics: readonly string[];
  readonly tuition?: {
    readonly lowMinor: number;
    readonly highMinor: number;
    readonly currency: string;
    readonly assumed: boolean;
  };
  /** Members pay less for something. */
  readonly memberPrices: boolean;
  readonly byRegion: boolean;
  readonly validity: { readonly period: string; readonly assumed: boolean };
  readonly cycle: { readonly period: string; readonly assumed: boolean };
  readonly routes: readonly { readonly kind: 'education' | 'assessment'; readonly title: string }[];
  readonly yearlyFee: boolean;
  readonly postnominal: boolean;
  readonly practice: boolean;
  readonly sources: readonly Cited[];
}

const tuitionOf = (program: Program, { low, high }: { readonly low: string; readonly high: string }) => ({
  lowMinor: toMinor(low, program.currency),
  highMinor: toMinor(high, program.currency),
  currency: program.currency,
  assumed: provenanceOf(program, ['preparation', 'tuition', 'high']).assumed,
});

const periodAt = (program: Program, period: string, path: readonly string[]) => ({
  period,
  assumed: provenanceOf(program, path).assumed,
});

/** Whether no way through a rule does without one of these parts. */
export const needsOneOf = (rule: Rule, ids: ReadonlySet<string>): boolean => {
  if (typeof rule === 'string') return ids.has(rule);
  if ('all' in rule) return rule.all.some((part) => needsOneOf(part, ids));
  if ('any' in rule) return rule.any.every((part) => needsOneOf(part, ids));
  return rule.of.filter((part) => !needsOneOf(part, ids)).length < rule.atLeast;
};

const needsTraining = ({ requirements, eligibility }: Program): boolean =>
  needsOneOf(eligibility, new Set(requirements.filter(({ kind }) => kind === 'training').map(({ id }) => id)));

/** Somebody pays another price for being in a class that takes a proof. */
const hasMemberPrices = ({ payerClasses, fees }: Program): boolean => {
  const members = new Set(payerClasses.filter(({ proof }) => proof === 'membership').map(({ id }) => id));
  return fees.some(({ prices }) =>
    prices.some(({ payerClass }) => payerClass !== undefined && members.has(payerClass)),
  );
};

const dependsOnRegion = (program: Program): boolean =>
  program.regions !== undefined &&
  [...program.fees.flatMap(({ prices }) => prices), ...program.fees, ...program.requirements].some(
    ({ for: only }) => only?.region !== undefined,
  );

export const guideProgram = (summary: Summary, program: Program): GuideProgram => {
  const { id, abbreviation, title, organizationName, workplaces, cost, ways, openToAnyone, modes } = summary;
  const { usualTime, preparation, credential, renewal, notice } = program;
  const tuition = preparation?.tuition && tuitionOf(program, preparation.tuition);
  return {
    ...{ id, abbreviation, title, organizationName, workplaces, cost, ways, openToAnyone, modes },
    time: { ...periodAt(program, usualTime.period, ['usualTime', 'period']), text: usualTime.text },
    requirements: [...new Set(program.requirements.map(({ kind }) => kind))],
    assessments: [...new Set(program.assessments.map(({ kind }) => kind))],
    approvedTraining: needsTraining(program),
    topics: program.topics.map((topic) => topic.title),
    ...(tuition === undefined ? {} : { tuition }),
    memberPrices: hasMemberPrices(program),
    byRegion: dependsOnRegion(program),
    validity: periodAt(program, credential.validity, ['credential', 'validity']),
    cycle: periodAt(program, renewal.cycle, ['renewal', 'cycle']),
    routes: renewal.routes.map((route) => ({ kind: route.kind, title: route.title })),
    yearlyFee: program.fees.some(({ kind }) => kind === 'maintenance'),
    postnominal: credential.postnominal !== undefined,
    practice: preparation?.materials?.some(({ kind }) => kind === 'practice-test') ?? false,
    sources: program.sources.map((source) => ({
      id: source.id,
      title: source.title,
      description: source.description,
      readOn: source.readOn,
      confirmed: notice.confirmedByOrganization,
    })),
  };
};
