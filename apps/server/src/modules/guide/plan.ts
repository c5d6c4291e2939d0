import { Problem } from '../../kernel/index.ts';
import type { Call } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Located, locate, type NamedProgram } from './locate.ts';
import { type Assumptions, assume, type PlanChoices } from './rules/assumptions.ts';
import { writeCalendar } from './rules/calendar.ts';
import { planDocument } from './rules/plan-document.ts';
import { type PlanView, planView } from './rules/plan-view.ts';
import type { PrintLimit } from './rules/print-limit.ts';

export interface PlanOrder extends NamedProgram, PlanChoices {
  readonly language?: string | undefined;
}

const make = async (
  { trx, now }: Call,
  order: PlanOrder,
): Promise<Located & { readonly assumptions: Assumptions; readonly view: PlanView }> => {
  const located = await locate(trx, order);
  const assumptions = assume(located.program, order, now.toISOString().slice(0, 10));
  if (assumptions.startOn > '2200-01-01' || assumptions.startOn < '1900-01-01') {
    const message = 'Choose a first day from 1900 to 2200.';
    throw new Problem('invalid', 'guide.no-such-choice', message, [{ path: 'startOn', message }]);
  }
  return { ...located, assumptions, view: planView(located.program, assumptions, order.language) };
};

export const makePlan = async (call: Call, order: PlanOrder) => {
  const { organization, view } = await make(call, order);
  return {
    organization: organization.slug,
    organizationName: organization.name,
    demonstration: organization.kind !== 'live',
    ...view,
  };
};

export const getPlanPdf = async (
  { pdf }: Pick<Platform, 'pdf'>,
  prints: PrintLimit,
  call: Call,
  order: PlanOrder,
): Promise<File> => {
  const made = await make(call, order);
  prints.take(call.request.ip);
  const bytes = await pdf.render('plan', planDocument(made, call.now, order.language));
  return new File([new Uint8Array(bytes)], `Plan ${made.program.abbreviation}.pdf`, { type: 'application/pdf' });
};

export const getPlanCalendar = async (publicUrl: string, call: Call, order: PlanOrder): Promise<File> => {
  const made = await make(call, order);
  const text = writeCalendar(made, { publicUrl, madeAt: call.now, language: order.language });
  return new File([text], `Plan ${made.program.abbreviation}.ics`, { type: 'text/calendar; charset=utf-8' });
};
