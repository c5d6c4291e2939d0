import { type Fact, findBundle, findFee, findRequirement } from '@testamur/program';
import { findRenewalDraw } from '../../renewals/index.ts';
import { auditedFacts } from '../rules/audited.ts';
import { ofKind } from '../rules/cycle.ts';
import type { Step } from '../rules/show.ts';
import { code, list, number, people, text, yes } from '../rules/values.ts';
import type { Traced } from './load.ts';

/** The verdicts that stand: of each requirement the last one, where it is an acceptance. */
const acceptedOf = (facts: readonly Fact[]) => {
  const last = new Map(ofKind(facts, 'requirement-judged').map((fact) => [fact.data.requirement, fact]));
  return [...last.values()].filter(({ data }) => data.verdict === 'accepted');
};

export const applicationSteps = ({ cycle, program, entries }: Traced): readonly Step[] => {
  const submitted = ofKind(cycle.facts, 'application-submitted').at(-1);
  if (!submitted) return [];
  const accepted = acceptedOf(cycle.facts);
  const statements = ofKind(cycle.facts, 'statement-given');
  const audited = auditedFacts(
    cycle.facts.filter(
      (fact) => fact === submitted || accepted.some((one) => one === fact) || fact.kind === 'statement-given',
    ),
    entries,
  );
  return [
    {
      kind: 'application',
      at: submitted.at,
      details: [
        {
          field: 'application.accepted',
          value: list(
            accepted.map(({ data }) => findRequirement(program, data.requirement)?.title ?? data.requirement),
          ),
        },
        { field: 'application.acceptedBy', value: people(accepted.map(({ by }) => by)) },
        { field: 'application.statementsAsked', value: number(ofKind(cycle.facts, 'statement-requested').length) },
        { field: 'application.statementsGiven', value: number(statements.length) },
      ],
      ...audited,
    },
  ];
};

/** What was paid; what was given back again is left out with what it had paid. */
export const feesSteps = ({ cycle, program, entries }: Traced): readonly Step[] => {
  const refunded = new Set(ofKind(cycle.facts, 'fee-refunded').map(({ data }) => data.invoiceId));
  const settled = ofKind(cycle.facts, 'fee-settled').filter(({ data }) => !refunded.has(data.invoiceId));
  const last = settled.at(-1);
  if (!last) return [];
  const audited = auditedFacts(settled, entries);
  return [
    {
      kind: 'fees',
      at: last.at,
      details: [
        {
          field: 'fees.payments',
          value: {
            kind: 'payments',
            payments: settled.map(({ data: { fee, invoiceId, amountMinor, currency, voucherId } }) => ({
              invoiceId,
              title: (findFee(program, fee) ?? findBundle(program, fee))?.title ?? fee,
              amountMinor,
              currency,
              byVoucher: voucherId !== undefined,
            })),
          },
        },
      ],
      ...audited,
    },
  ];
};

/** From the second cycle on: how it was kept, and what it goes on from. */
export const renewalSteps = async ({ scope, cycle, program, entries, trace }: Traced): Promise<readonly Step[]> => {
  const { previous, facts } = cycle;
  if (!previous) return [];
  const submitted = ofKind(facts, 'renewal-submitted').at(-1);
  const judged = ofKind(facts, 'education-judged').filter(({ data }) => data.verdict === 'accepted');
  const accepted = new Set(judged.map(({ data }) => data.entryId));
  const logged = ofKind(facts, 'education-logged').filter(({ data }) => accepted.has(data.entryId));
  const chosen = ofKind(facts, 'renewal-route-chosen').at(-1)?.data.route;
  const routes = program.renewal.routes;
  const route = routes.find(({ id }) => id === chosen) ?? (routes.length === 1 ? routes[0] : undefined);
  // The certification is in its first cycle while it is renewed into the second.
  const draw = await findRenewalDraw(scope, trace.candidacy.id, submitted?.data.cycle ?? previous.data.cycle);
  const audited = auditedFacts(
    facts.filter((fact) => fact === submitted || judged.some((one) => one === fact)),
    entries,
  );
  return [
    {
      kind: 'renewal',
      ...(submitted === undefined ? {} : { at: submitted.at }),
      details: [
        { field: 'renewal.route', value: text(route?.title) },
        { field: 'renewal.hours', value: number(logged.reduce((sum, { data }) => sum + data.hours, 0)) },
        { field: 'renewal.entries', value: list(logged.map(({ data }) => `${data.title}, ${data.provider}`)) },
        ...(judged.length === 0
          ? []
          : [{ field: 'renewal.judgedBy', value: people(judged.map(({ by }) => by)) } as const]),
        ...(draw === undefined
          ? []
          : [
              { field: 'renewal.drawn', value: yes(draw.audited) } as const,
              { field: 'renewal.draw', value: number(draw.drawn) } as const,
              { field: 'renewal.percent', value: number(draw.percent) } as const,
            ]),
      ],
      ...audited,
    },
    {
      kind: 'previous',
      at: previous.at,
      credentialId: previous.data.credentialId,
      details: [
        { field: 'previous.number', value: code(previous.data.number) },
        { field: 'previous.cycle', value: number(previous.data.cycle) },
      ],
      ...auditedFacts([previous], entries),
    },
  ];
};
