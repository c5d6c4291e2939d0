import type { Api } from '../../api.ts';
import type { FieldError } from '../../forms/form-problem.ts';
import { apiProblemOf } from '../../loading/refusal.ts';
import { fieldErrorsOf, type ProgramChoices, readProgramChoices, type SharedChoices } from './choices.ts';

export type Plan = Awaited<ReturnType<Api['guide']['makePlan']>>;
export type PlanEvent = Plan['events'][number];

/** The same plan for somebody of another payer class. */
export interface ClassPlan extends Pick<Plan, 'untilCertifiedMinor' | 'totalMinor' | 'years'> {
  readonly id: string;
  readonly title: string;
  readonly hasDues: boolean;
}

export interface ProgramPlan {
  readonly plan: Plan;
  /** That of everybody first. */
  readonly classes: readonly ClassPlan[];
}

interface Order {
  readonly api: Api;
  readonly shared: SharedChoices;
  readonly language: string;
}

const classPlan = (plan: Plan): ClassPlan => {
  const { payerClass: id } = plan.assumptions;
  return {
    id,
    title: plan.choices.payerClasses.find((one) => one.id === id)?.title ?? id,
    untilCertifiedMinor: plan.untilCertifiedMinor,
    totalMinor: plan.totalMinor,
    years: plan.years,
    hasDues: plan.events.some(({ kind }) => kind === 'dues'),
  };
};

const planWith = async (
  { api, shared, language }: Order,
  programId: string,
  { payerClass, ...choices }: ProgramChoices,
): Promise<ProgramPlan> => {
  const order = { programId, ...shared, ...choices, language };
  const everybody = await api.guide.makePlan(order);
  const others = everybody.choices.payerClasses.filter(({ id }) => id !== everybody.assumptions.payerClass);
  const known = others.map(({ id }) => id);
  const plans = [everybody];
  for (const id of known) plans.push(await api.guide.makePlan({ ...order, payerClass: id }));
  const plan =
    payerClass === undefined || plans.some(({ assumptions }) => assumptions.payerClass === payerClass)
      ? plans.find(({ assumptions }) => assumptions.payerClass === payerClass)
      : // It names what can be chosen.
        await api.guide.makePlan({ ...order, payerClass });
  return { plan: plan ?? everybody, classes: plans.map(classPlan) };
};

/**
 * The plan of one program. A choice that the program does not have is told beside its field, and the plan is made without
 * what was chosen.
 */
export const loadPlan = async (
  order: Order,
  name: string,
  params: URLSearchParams,
): Promise<ProgramPlan & { readonly errors: readonly FieldError[] }> => {
  const choices = readProgramChoices(params, name);
  try {
    return { ...(await planWith(order, name, choices)), errors: [] };
  } catch (error) {
    const problem = apiProblemOf(error);
    if (problem === undefined || ![400, 422].includes(problem.status)) throw error;
    return { ...(await planWith(order, name, {})), errors: fieldErrorsOf(name, problem) };
  }
};
