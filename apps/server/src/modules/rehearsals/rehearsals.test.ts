import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterTenant } from '../../platform/http/index.ts';
import { roles } from '../../platform/operations/index.ts';
import { readProgramFiles } from '../../seed/program-files.ts';
import { type Caller, createWorld, refusal, type World } from '../credentialing/testing/world.ts';
import { createOrganization } from '../identity/index.ts';
import { importPackages } from '../item-bank/index.ts';
import { setUpProgram } from './set-up.ts';

let world: World;
let operator: Caller;
let rehearsal: Awaited<ReturnType<Caller['api']['rehearsals']['openRehearsal']>>;

const start = '2027-03-01T09:00:00.000Z';
const at = '2028-01-10T08:00:00.000Z';

/** A demonstration organization with a program and its items, which rehearsals are made from. */
const stage = async (): Promise<string> => {
  const [files] = [...(await readProgramFiles()).values()].flat();
  if (!files) throw new Error('The folder programs is empty.');
  return world.platform.db.system(async (trx) => {
    const organization = await createOrganization(trx, { slug: 'demo', name: 'Demo', kind: 'demonstration' });
    await enterTenant(trx, organization.id, undefined);
    const scope = { trx, organization, now: world.now() };
    const { id } = await setUpProgram(scope, world.config, {
      yaml: files.yaml,
      importItems: (programId) => importPackages(scope, programId, files.packages),
    });
    return id;
  });
};

beforeAll(async () => {
  world = await createWorld({ startAt: start });
  // The program of the live organization has no items, and the longest published is taken.
  world.setClock('2027-02-01T09:00:00.000Z');
  const programId = await stage();
  world.setClock(start);
  operator = await world.person('Olga Operator', { operator: true });
  rehearsal = await operator.api.rehearsals.openRehearsal({ programId, startAt: at });
});
afterAll(() => world.close());

const staffOf = (role: string) => world.clientFor(rehearsal.staff.find((person) => person.role === role)?.token);

describe('a rehearsal', () => {
  test('is an organization of its own, at its own time, with one person a role', async () => {
    expect(rehearsal).toMatchObject({ organization: expect.stringMatching(/^rehearsal-[0-9a-z]{8}$/), now: at });
    expect(new Set(rehearsal.staff.map(({ role }) => role))).toEqual(new Set(roles));
    const organization = await world.anyone.identity.getOrganization({ organization: rehearsal.organization });
    expect(organization).toMatchObject({ kind: 'rehearsal', now: at, name: expect.stringMatching(/^Rehearsal of /) });
  });

  test('its staff can act by their tokens, each in their role', async () => {
    const { organization, programId } = rehearsal;
    const { forms } = await staffOf('psychometrician').itemBank.listForms({ organization, programId });
    expect(forms.map(({ name }) => name).sort()).toEqual(['Form A', 'Form B']);
    expect((await refusal(staffOf('finance').itemBank.listForms({ organization, programId }))).code).toBe(
      'platform.not-allowed',
    );
    const managers = rehearsal.staff.filter(({ role }) => role === 'program-manager');
    expect(managers).toHaveLength(2);
  });

  test('its candidate signs up like everybody else, with the link that the operator finds in the outbox', async () => {
    const { name, email, password } = rehearsal.candidate;
    await world.anyone.identity.signUp({ name, email, password });
    const { messages } = await operator.api.notifications.listPlatformOutbox({ to: email });
    const token = /token=([^\s]+)/.exec(messages[0]?.text ?? '')?.[1] ?? '';
    await world.anyone.identity.verifyEmail({ token: decodeURIComponent(token) });
    const signedIn = await world.anyone.identity.signIn({ email, password });
    const candidate = world.clientFor(signedIn.token);
    const { organization, programId } = rehearsal;
    const { candidacyId } = await candidate.candidacies.beginCandidacy({ organization, programId });
    expect((await candidate.candidacies.getCandidacy({ candidacyId })).standing.at).toBe(at);
  });

  test('is opened by operators alone, of a program that is published here', async () => {
    const person = await world.person('Paul Person', { roles: ['administrator'] });
    expect((await refusal(person.api.rehearsals.openRehearsal({ programId: 'x' }))).code).toBe('platform.not-allowed');
    expect((await refusal(operator.api.rehearsals.openRehearsal({ programId: 'x' }))).code).toBe(
      'programs.no-such-program',
    );
  });
});

describe('its clock', () => {
  test('moves forward only, and what fell due on the way is done', async () => {
    const { organization } = rehearsal;
    const later = '2029-06-01T08:00:00.000Z';
    expect(await operator.api.rehearsals.moveClock({ organization, to: later })).toEqual({ now: later });
    expect((await world.anyone.identity.getOrganization({ organization })).now).toBe(later);
    const back = operator.api.rehearsals.moveClock({ organization, to: at });
    expect((await refusal(back)).code).toBe('rehearsals.backwards');
    // The application that was begun a year and a half before has been closed by its deadline.
    const { candidacies } = await staffOf('reviewer').candidacies.searchCandidacies({ organization });
    expect(candidacies.map(({ standing }) => standing.status)).toEqual(['closed']);
    await world.runJobs();
    expect(await operator.api.rehearsals.settle({ organization })).toEqual({ waiting: 0, failed: 0 });
  });

  test('is not that of an organization in earnest', async () => {
    const { slug: organization } = world.organization;
    const to = '2029-06-01T08:00:00.000Z';
    expect((await refusal(operator.api.rehearsals.moveClock({ organization, to }))).code).toBe(
      'rehearsals.not-a-rehearsal',
    );
    expect((await refusal(operator.api.rehearsals.settle({ organization }))).code).toBe('rehearsals.not-a-rehearsal');
  });
});
