import type { Series } from './cost-figure.tsx';
import type { ProgramPlan } from './load-plan.ts';

/** More lines than these cannot be told apart. */
const mostLines = 5;

interface Figure {
  readonly currency: string;
  readonly series: readonly Series[];
}

/** One program: a line for each payer class. Two: a line for each, in one plot unless their currencies differ. */
export const figuresOf = (plans: readonly ProgramPlan[]): readonly Figure[] => {
  const [only, ...others] = plans;
  if (only === undefined) return [];
  if (others.length === 0) {
    const { plan, classes } = only;
    const chosen = classes.filter(({ id }) => id === plan.assumptions.payerClass);
    const rest = classes.filter(({ id }) => id !== plan.assumptions.payerClass);
    const shown = [...chosen, ...rest].slice(0, mostLines);
    const series = shown.map(({ id, title, years }) => ({
      id,
      name: classes.length > 1 ? title : plan.abbreviation,
      years,
    }));
    return [{ currency: plan.currency, series }];
  }
  const byCurrency = Map.groupBy(plans, ({ plan }) => plan.currency);
  return [...byCurrency].map(([currency, same]) => ({
    currency,
    series: same.map(({ plan }) => ({ id: plan.programId, name: plan.abbreviation, years: plan.years })),
  }));
};
