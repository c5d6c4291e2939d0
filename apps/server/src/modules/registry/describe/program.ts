import type { ProgramAssessment, ProgramCost, ProgramDescription } from '@testamur/credentials';
import { type Assessment, type Fee, findPayerClass, type Price, type Program, toMinor } from '@testamur/program';

const costKinds = {
  registration: 'processing',
  application: 'application',
  assessment: 'assessment',
  certification: 'processing',
  maintenance: 'renewal',
  renewal: 'renewal',
  reinstatement: 'renewal',
} as const satisfies Record<Fee['kind'], ProgramCost['kind']>;

const methods = (kind: Assessment['kind']): ProgramAssessment['method'] => {
  if (kind === 'exam') return 'exam';
  return kind === 'portfolio' ? 'artifact' : 'performance';
};

/** What everybody pays on a day, whatever the place and the track; prices for some alone need their conditions beside. */
const pricesOn = ({ prices }: Fee, day: string): readonly Price[] => {
  const byClass = new Map<string, Price>();
  for (const price of prices) {
    if (price.for !== undefined || (price.from ?? '') > day) continue;
    const known = byClass.get(price.payerClass ?? '');
    if (!known || (price.from ?? '') >= (known.from ?? '')) byClass.set(price.payerClass ?? '', price);
  }
  return [...byClass.values()];
};

const costsOf = (program: Program, day: string): readonly ProgramCost[] =>
  program.fees
    .filter((fee) => fee.for === undefined)
    .flatMap((fee) =>
      pricesOn(fee, day).map(({ payerClass, amount }) => {
        const payer = payerClass === undefined ? undefined : findPayerClass(program, payerClass)?.label;
        return {
          name: payer === undefined ? fee.title : `${fee.title} (${payer})`,
          description: fee.description,
          amountMinor: toMinor(amount, program.currency),
          currency: program.currency,
          kind: costKinds[fee.kind],
        };
      }),
    );

/** What a body is known by in linked data: this installation serves several. */
export const organizationUrl = (publicUrl: string, slug: string): string => `${publicUrl}/programs#${slug}`;

export interface Offered {
  readonly program: Program;
  readonly organization: { readonly slug: string; readonly name: string };
  readonly publicUrl: string;
  /** The calendar date whose prices count. */
  readonly day: string;
}

/** A program file in the terms of the registries that list certifications. */
export const describeProgram = ({ program, organization, publicUrl, day }: Offered): ProgramDescription => ({
  url: `${publicUrl}/programs/${program.id}`,
  name: program.title,
  description: program.scope,
  language: program.language,
  abbreviation: program.abbreviation,
  edition: program.edition,
  organization: { name: organization.name, url: organizationUrl(publicUrl, organization.slug) },
  status: 'active',
  competencies: program.tasks.map(({ title }) => title),
  requires: program.requirements.map(({ title, description }) => ({ name: title, description })),
  renewal: program.renewal.routes.map(({ title, description }) => ({ name: title, description })),
  validFor: program.credential.validity,
  costs: costsOf(program, day),
  assessments: program.assessments.map(({ title, description, kind }) => ({
    name: title,
    description,
    method: methods(kind),
  })),
});
