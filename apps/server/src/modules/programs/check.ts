import { applies, type Circumstances, parseProgram } from '@testamur/program';
import type { Scope } from '../../platform/http/index.ts';
import { priceTable, sampleCircumstances, sampleStanding } from './rules/sample.ts';

/** What a program file says and what people would see of it; stores nothing. */
export const checkProgram = async ({ trx, organization, now }: Scope, yaml: string, asked: Circumstances) => {
  const parsed = parseProgram(yaml, 'program.yaml');
  if (!parsed.ok) {
    const problems = parsed.problems.map(({ line, column, message, hint }) => ({
      line,
      column,
      message,
      ...(hint === undefined ? {} : { hint }),
    }));
    return { ok: false as const, problems };
  }
  const { program } = parsed;
  const place = sampleCircumstances(program, asked);
  const published = await trx
    .selectFrom('program_edition')
    .select('edition')
    .where('organization_id', '=', organization.id)
    .where('program_id', '=', program.id)
    .where('edition', '=', program.edition)
    .executeTakeFirst();
  return {
    ok: true as const,
    problems: [],
    program,
    published: published !== undefined,
    sample: sampleStanding(program, place, now),
    checklist: program.requirements.map((requirement) => ({
      id: requirement.id,
      kind: requirement.kind,
      title: requirement.title,
      description: requirement.description,
      asked: applies(requirement, place) === true,
      evidence: requirement.evidence.map(({ title, description }) => ({ title, description })),
    })),
    prices: priceTable(program, now),
  };
};
