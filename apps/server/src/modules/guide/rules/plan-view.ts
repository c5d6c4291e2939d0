import {
  addPeriod,
  credentialTitle,
  isForRenewal,
  type Plan,
  type PlanEvent,
  type Program,
  plan,
  type QuoteLine,
  say,
} from '@testamur/program';
import type { Assumptions } from './assumptions.ts';

/** Ids by kind and count: the second renewal keeps its id when the plan is made anew with other prices or dates. */
const withIds = (events: readonly PlanEvent[]): readonly (PlanEvent & { readonly id: string })[] => {
  const seen = new Map<string, number>();
  return events.map((event) => {
    const count = (seen.get(event.kind) ?? 0) + 1;
    seen.set(event.kind, count);
    return { ...event, id: `${event.kind}-${count}` };
  });
};

const lineOf = ({ fee, kind, title, reason, amountMinor, includes }: QuoteLine, language: string | undefined) => ({
  fee,
  kind,
  title: say(title, language),
  reason: say(reason, language),
  amountMinor,
  ...(includes === undefined ? {} : { includes: [...includes] }),
});

/** What is paid in each year of the plan, the first one from its first day on. */
export const sumByYear = ({ events, endsOn }: Pick<Plan, 'events' | 'endsOn'>, startOn: string) => {
  const years: { year: number; amountMinor: number; sumMinor: number }[] = [];
  const start = `${startOn}T00:00:00.000Z`;
  let sumMinor = 0;
  for (let year = 1, from = startOn; from <= endsOn; year += 1) {
    const until = addPeriod(start, `P${year}Y`).slice(0, 10);
    const amountMinor = events
      .filter(({ on }) => on >= from && on < until)
      .reduce((sum, event) => sum + event.amountMinor, 0);
    sumMinor += amountMinor;
    years.push({ year, amountMinor, sumMinor });
    if (until <= from) break;
    from = until;
  }
  return years;
};

const named = (parts: readonly { readonly id: string; readonly title: string }[] = []) =>
  parts.map(({ id, title }) => ({ id, title }));

const choicesOf = (program: Program) => {
  const attempts = program.assessments
    .filter(({ id }) => !isForRenewal(program, id))
    .map(({ retake }) => retake.attempts);
  return {
    payerClasses: program.payerClasses.map(({ id, label }) => ({ id, title: label })),
    regions: named(program.regions),
    tracks: (program.tracks ?? []).map(({ id, title, options }) => ({ id, title, options: named(options) })),
    bundles: named(program.bundles),
    routes: named(program.renewal.routes),
    retakes: Math.max(0, ...attempts) - 1,
    tuition: program.preparation?.tuition !== undefined,
  };
};

/** The plan with its texts in the reader's language. */
export const planView = (program: Program, assumptions: Assumptions, language: string | undefined) => {
  const made = plan(program, assumptions);
  const { startOn, payerClass, route, years, retakes, tuition, region, track, bundle } = assumptions;
  return {
    programId: program.id,
    abbreviation: program.abbreviation,
    title: program.title,
    credentialTitle: credentialTitle(program, assumptions),
    assumptions: {
      ...{ startOn, payerClass, route, years, retakes, tuition },
      ...(region === undefined ? {} : { region }),
      ...(track === undefined ? {} : { track: { ...track } }),
      ...(bundle === undefined ? {} : { bundle }),
    },
    choices: choicesOf(program),
    currency: made.currency,
    certifiedOn: made.certifiedOn,
    endsOn: made.endsOn,
    untilCertifiedMinor: made.untilCertifiedMinor,
    keepingMinor: made.keepingMinor,
    totalMinor: made.totalMinor,
    events: withIds(made.events).map(({ id, on, kind, title, reason, amountMinor, isEstimate, lines }) => ({
      ...{ id, on, kind, amountMinor },
      title: say(title, language),
      ...(reason === undefined ? {} : { reason: say(reason, language) }),
      estimate: isEstimate,
      lines: lines.map((line) => lineOf(line, language)),
    })),
    years: sumByYear(made, startOn),
    leftOut: made.leftOut.map((text) => say(text, language)),
  };
};

export type PlanView = ReturnType<typeof planView>;
