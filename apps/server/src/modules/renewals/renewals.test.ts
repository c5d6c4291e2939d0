import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { evidencePdf } from '../../seed/life/evidence.ts';
import { type Certified, certify } from '../credentialing/testing/life.ts';
import { type Caller, createWorld, refusal, type World } from '../credentialing/testing/world.ts';

let world: World;
let decider: Caller;
let second: Caller;
let reviewer: Caller;
let certified: Certified;

const start = '2027-03-01T09:00:00.000Z';
const dayMs = 86_400_000;
const reason = 'A reason that says enough.';

beforeAll(async () => {
  world = await createWorld({ startAt: start });
  decider = await world.person('Dora Decider', { roles: ['program-manager'] });
  second = await world.person('Sam Second', { roles: ['program-manager', 'reviewer'] });
  reviewer = await world.person('Rita Reviewer', { roles: ['reviewer'] });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setClock(start);
  certified = await certify(world, decider, { name: 'Ana Rivera' });
});

const upload = async ({ holder, candidacyId }: Certified): Promise<string> => {
  const file = evidencePdf('Certificate.pdf', ['Certificate of attendance']);
  return (await holder.api.candidacies.uploadFile({ candidacyId, file })).id;
};

const log = async (hours: number, completedOn: string, one = certified) => {
  const entry = { title: 'A course', provider: 'A provider', hours, completedOn, fileIds: [await upload(one)] };
  return one.holder.api.renewals.logEducation({ candidacyId: one.candidacyId, ...entry });
};

const judge = (caller: Caller, entryId: string, verdict: 'accepted' | 'not-accepted' = 'accepted', one = certified) =>
  caller.api.renewals.judgeEducation({ candidacyId: one.candidacyId, entryId, verdict, reason });

const submit = (signedName = 'Ana Rivera', one = certified) =>
  one.holder.api.renewals.submitRenewal({ candidacyId: one.candidacyId, signedName });

const approve = (caller: Caller, one = certified) =>
  caller.api.renewals.approveRenewal({ candidacyId: one.candidacyId, reason });

const standingOf = async (one = certified) =>
  (await one.holder.api.candidacies.getCandidacy({ candidacyId: one.candidacyId })).standing;

/** Thirty hours logged and accepted, with the renewal open. */
const readyToSubmit = async () => {
  world.setClock('2029-10-01T09:00:00.000Z');
  for (const hours of [20, 10]) await judge(reviewer, (await log(hours, '2029-09-01')).entryId);
};

describe('continuing education', () => {
  test('is logged with evidence of one’s own, not in the future; what lies before the cycle does not count', async () => {
    const { candidacyId, holder } = certified;
    expect((await refusal(log(5, '2027-03-02'))).code).toBe('renewals.in-the-future');
    const foreign = await upload(await certify(world, decider));
    const entry = { title: 'A course', provider: 'A provider', hours: 5, completedOn: '2027-03-01' };
    const stolen = holder.api.renewals.logEducation({ candidacyId, ...entry, fileIds: [foreign] });
    expect((await refusal(stolen)).code).toBe('candidacies.no-such-file');
    const bare = holder.api.renewals.logEducation({ candidacyId, ...entry, fileIds: [] });
    expect((await refusal(bare)).code).toBe('platform.invalid');
    expect(await log(5, '2027-03-01')).toMatchObject({ counts: true });
    expect(await log(5, '2027-02-28')).toMatchObject({ counts: false });
    expect((await standingOf()).renewal).toMatchObject({ hoursLogged: 5, hoursAccepted: 0 });
  });

  test('is for certified people', async () => {
    const candidate = await world.person('Una Early');
    const { candidacyId } = await candidate.api.candidacies.beginCandidacy({
      organization: world.organization.slug,
      programId: world.programId,
    });
    const file = evidencePdf('x.pdf', ['x']);
    const { id } = await candidate.api.candidacies.uploadFile({ candidacyId, file });
    const entry = { title: 'A course', provider: 'A provider', hours: 5, completedOn: '2027-02-01', fileIds: [id] };
    expect((await refusal(candidate.api.renewals.logEducation({ candidacyId, ...entry }))).code).toBe(
      'renewals.no-cycle',
    );
  });

  test('is judged once, by a reviewer who is not the holder', async () => {
    const { entryId } = await log(5, '2027-03-01');
    const outcomes = await Promise.allSettled([judge(reviewer, entryId), judge(second, entryId, 'not-accepted')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await refusal(judge(reviewer, entryId))).code).toBe('renewals.already-judged');
    expect((await refusal(judge(reviewer, crypto.randomUUID()))).code).toBe('renewals.no-such-entry');
  });
});

describe('a renewal', () => {
  test('is submitted once it is open, with all hours, signed with one’s name', async () => {
    expect((await refusal(submit())).code).toBe('renewals.not-open');
    world.setClock('2029-10-01T09:00:00.000Z');
    expect((await refusal(submit())).message).toBe('0 of 30 hours are logged; 30 more are needed.');
    await readyToSubmit();
    expect((await refusal(submit('A. Rivera'))).code).toBe('renewals.conduct-unsigned');
    await submit(' ana  RIVERA ');
    expect((await refusal(submit())).code).toBe('renewals.already-submitted');
    const history = (await certified.holder.api.candidacies.getCandidacy({ candidacyId: certified.candidacyId }))
      .history;
    expect(history.slice(0, 2).map(({ kind }) => kind)).toEqual(['renewal-submitted', 'requirement-declared']);
  });

  test('is not approved short of accepted hours, by the holder, or by who judged its education', async () => {
    world.setClock('2029-10-01T09:00:00.000Z');
    expect((await refusal(approve(decider))).code).toBe('renewals.nothing-to-decide');
    const { entryId } = await log(30, '2029-09-01');
    await submit();
    expect((await refusal(approve(decider))).code).toBe('renewals.short-of-hours');
    await judge(second, entryId);
    expect((await refusal(approve(second))).code).toBe('renewals.conflict');
    await approve(decider);
    await world.runJobs();
  });

  test('approved by two at once gives one credential', async () => {
    await readyToSubmit();
    await submit();
    const manager = await world.person('Mia Manager', { roles: ['program-manager'] });
    const outcomes = await Promise.allSettled([approve(decider), approve(manager), approve(decider)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await refusal(approve(manager))).message).toContain('approved already');
    await world.runJobs();
    expect((await certified.holder.api.credentialing.listMyCredentials({})).credentials).toHaveLength(2);
  });

  test('gives a credential that is in force at once and counts its term from the end of the old one', async () => {
    await readyToSubmit();
    await submit();
    world.passMs(1000);
    await approve(decider);
    await world.runJobs();
    const { credentials } = await certified.holder.api.credentialing.listMyCredentials({});
    expect(credentials.map(({ state }) => state)).toEqual(['active', 'replaced']);
    const [fresh, old] = credentials;
    expect(fresh?.validUntil.slice(0, 10)).toBe('2033-02-28');
    expect(old?.validUntil.slice(0, 10)).toBe('2030-02-28');
    const verify = (number = '') => world.anyone.registry.verifyByNumber({ number });
    expect(await verify(fresh?.number)).toMatchObject({ inForce: true, credential: { state: 'active' } });
    expect(await verify(certified.number)).toMatchObject({
      inForce: false,
      credential: { state: 'replaced', replacedBy: fresh?.number },
    });
    await world.runJobs();
    const { entries } = await world.anyone.registry.searchRegister({ query: fresh?.number ?? '' });
    expect(entries.map(({ number }) => number)).toEqual([fresh?.number]);
    expect((await world.anyone.registry.searchRegister({ query: certified.number })).entries).toEqual([]);
    // Education counts for one cycle only.
    expect((await standingOf()).renewal).toMatchObject({ cycle: 3, hoursLogged: 0 });
  });

  test('a revocation afterwards reaches the old credential, which is still within its dates', async () => {
    await readyToSubmit();
    await submit();
    await approve(decider);
    await world.runJobs();
    const [fresh] = (await certified.holder.api.credentialing.listMyCredentials({})).credentials;
    const act = { credentialId: fresh?.id ?? '', number: fresh?.number ?? '', reason };
    await decider.api.credentialing.requestRevocation(act);
    world.passMs(1000);
    await second.api.credentialing.confirmRevocation({ credentialId: act.credentialId, confirm: true });
    const raised = await world.within(({ trx }) =>
      trx
        .selectFrom('status_entry')
        .select('raised')
        .where('credential_id', 'in', [act.credentialId, certified.credentialId])
        .execute(),
    );
    expect(raised).toEqual([{ raised: true }, { raised: true }]);
  });
});

describe('reminders', () => {
  const remind = () => world.runSchedule('candidacies.sweep');
  const kindsTo = async () =>
    (await world.messagesTo(certified.holder.email))
      .filter(({ template }) => template.startsWith('renewals.'))
      .map(({ occasion }) => occasion.split('/').at(-1));
  const daysBefore = async (days: number) => {
    const end = Date.parse((await standingOf()).credential?.validUntil ?? '');
    world.setClock(new Date(end - days * dayMs));
  };

  test('go out once each, as the program says', async () => {
    await remind();
    expect(await kindsTo()).toEqual([]);
    for (const [days, expected] of [
      [179, ['P180D']],
      [170, ['P180D']],
      [89, ['P180D', 'P90D']],
      [29, ['P180D', 'P90D', 'P30D']],
    ] as const) {
      await daysBefore(days);
      await remind();
      await remind();
      expect(await kindsTo()).toEqual(expected);
    }
    const letters = await world.messagesTo(certified.holder.email);
    expect(letters.at(-1)?.body).toContain('You have logged 0 hours of 30.');
  });

  test('after a jump of the clock the latest alone goes out; then grace and lapse are told', async () => {
    await daysBefore(3);
    await remind();
    expect(await kindsTo()).toEqual(['P7D']);
    await daysBefore(-10);
    await remind();
    await daysBefore(-100);
    await remind();
    await daysBefore(-600);
    await remind();
    expect(await kindsTo()).toEqual(['P7D', 'in-grace', 'lapsed', 'expired']);
  });

  test('are not for who has submitted the renewal, nor for who was suspended', async () => {
    await readyToSubmit();
    await submit();
    await daysBefore(80);
    await remind();
    expect(await kindsTo()).toEqual([]);
    world.setClock(start);
    certified = await certify(world, decider);
    world.passMs(1000);
    await decider.api.credentialing.suspendCredential({ credentialId: certified.credentialId, reason });
    await daysBefore(80);
    await remind();
    expect(await kindsTo()).toEqual([]);
  });
});
