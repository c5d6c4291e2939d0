import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCandidacy } from '../candidacies/index.ts';
import { publishEdition } from '../programs/index.ts';
import { passEverything } from './testing/life.ts';
import { type Caller, createWorld, refusal, type World } from './testing/world.ts';

let world: World;
let decider: Caller;
let candidate: Caller;
let candidacyId: string;

beforeAll(async () => {
  world = await createWorld();
  decider = await world.person('Dora Decider', { roles: ['program-manager'] });
  candidate = await world.person('Ana Rivera');
  const yaml = await readFile(new URL('../../../../../programs/calt/program.yaml', import.meta.url), 'utf8');
  const byRule = `${yaml.replace('edition: "2026"', 'edition: "2027"')}\ndecision: { by: rule, assumed: [by] }\n`;
  await world.within((scope) => publishEdition(scope, byRule, null));
  candidacyId = await passEverything(world, candidate);
});
afterAll(() => world.close());

const auditOf = async (action: string) => {
  const rows = await world.within(({ trx }) =>
    trx.selectFrom('audit_entry').select(['actor_id', 'subject', 'content']).where('action', '=', action).execute(),
  );
  return rows.map(({ content, ...row }) => ({ ...row, detail: (JSON.parse(content) as { detail: unknown }).detail }));
};

describe('where the program decides by rule', () => {
  test('nobody decides by hand', async () => {
    const decide = decider.api.credentialing.recordDecision({ candidacyId, outcome: 'certify', reason: 'All passed.' });
    const { code, message } = await refusal(decide);
    expect(code).toBe('credentialing.nothing-to-decide');
    expect(message).toContain('decides by rule');
  });

  test('the system decides once everything is passed, the credential follows, and the audit names the rule', async () => {
    await world.runJobs();
    const { facts, standing } = await world.within((scope) => loadCandidacy(scope, candidacyId));
    expect(facts.filter(({ kind }) => kind === 'decision-recorded')).toMatchObject([
      { data: { outcome: 'certify' }, by: { kind: 'system' } },
    ]);
    expect(standing).toMatchObject({ status: 'certified', credential: { cycle: 1 } });
    const { credentials } = await candidate.api.credentialing.listMyCredentials({});
    expect(credentials).toHaveLength(1);
    expect(await auditOf('credentialing.decideByRule')).toMatchObject([
      {
        actor_id: null,
        subject: `candidacy:${candidacyId}`,
        detail: { edition: '2027', passing: { all: ['exam', 'portfolio'] } },
      },
    ]);
  });

  test('running again decides and issues nothing more', async () => {
    const before = await auditOf('credentialing.decideByRule');
    await world.runSchedule('candidacies.sweep');
    await world.runJobs();
    expect(await auditOf('credentialing.decideByRule')).toEqual(before);
    const { credentials } = await candidate.api.credentialing.listMyCredentials({});
    expect(credentials).toHaveLength(1);
  });
});
