import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayMs, newId } from '../../kernel/index.ts';
import type { Tenant } from '../../platform/http/index.ts';
import type { Role } from '../../platform/operations/index.ts';
import { addMember, createOrganization, getPerson, listMembersWithRole, listPeople } from './index.ts';
import { createWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const refusal = (code: string) => expect.objectContaining({ code });

let made = 0;
/** An organization with an administrator, by session token: no password is hashed. */
const body = async (kind: Tenant['kind'] = 'live') => {
  made += 1;
  const organization = await world.organization(`body-${made}`, kind);
  const join = async (name: string, roles: readonly Role[]) => {
    const person = await visitor(`${name}${made}`);
    await world.within(organization, (scope) => addMember(scope, person.personId, roles));
    return person;
  };
  return { organization, slug: organization.slug, admin: await join('admin', ['administrator']), join };
};
const visitor = async (name: string, emailVerified = true) => {
  const email = `${name}@lovelace.dev`;
  const { personId } = await world.identity.createPerson({ name, email, emailVerified });
  const token = await world.identity.createSessionToken(personId);
  return { personId, email, ...world.open({ authorization: `Bearer ${token}` }) };
};
const tokenOf = async (email: string) => (await world.lastLink(email)).pathname.split('/').at(-1) ?? '';

describe('an invitation', () => {
  test('is accepted by the person with the address, once, and gives the roles', async () => {
    const { slug, admin, organization } = await body();
    const guest = await visitor('guest');
    const roles: Role[] = ['examiner', 'reviewer'];
    const { id } = await admin.api.inviteMember({ organization: slug, email: 'Guest@lovelace.dev', roles });
    const token = await tokenOf(guest.email);
    expect(await world.open().api.findInvitation({ token })).toMatchObject({
      organizationName: organization.name,
      email: guest.email,
      roles: ['reviewer', 'examiner'],
    });
    expect(await guest.api.acceptInvitation({ token })).toEqual({ organization: slug });
    await expect(guest.api.acceptInvitation({ token })).rejects.toEqual(refusal('identity.link-invalid'));
    const { memberships } = await guest.api.viewer({});
    expect(memberships).toMatchObject([{ slug, roles: ['reviewer', 'examiner'] }]);
    const entries = await world.within(organization, ({ trx }) =>
      trx.selectFrom('audit_entry').select(['action', 'subject', 'actor_id']).orderBy('seq').execute(),
    );
    expect(entries.map(({ action }) => action)).toEqual(['identity.inviteMember', 'identity.acceptInvitation']);
    expect(entries[1]).toMatchObject({ subject: `invitation:${id}`, actor_id: guest.personId });
  });

  test('is accepted once, even at the same time', async () => {
    const { slug, admin } = await body();
    const guest = await visitor('eager');
    await admin.api.inviteMember({ organization: slug, email: guest.email, roles: ['proctor'] });
    const token = await tokenOf(guest.email);
    const answers = await Promise.allSettled([1, 2, 3].map(() => guest.api.acceptInvitation({ token })));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('is refused to another person, and to one who has not confirmed the address', async () => {
    const { slug, admin } = await body();
    const thief = await visitor('thief');
    const unconfirmed = await visitor('unconfirmed', false);
    await admin.api.inviteMember({ organization: slug, email: unconfirmed.email, roles: ['finance'] });
    const token = await tokenOf(unconfirmed.email);
    for (const person of [thief, unconfirmed]) {
      await expect(person.api.acceptInvitation({ token })).rejects.toEqual(refusal('identity.invitation-for-another'));
    }
    await expect(world.open().api.acceptInvitation({ token })).rejects.toEqual(refusal('platform.sign-in-required'));
  });

  test('that is withdrawn, replaced, expired or made up opens nothing', async () => {
    const { slug, admin, organization } = await body();
    const guest = await visitor('unlucky');
    const invite = async () => {
      const { id } = await admin.api.inviteMember({ organization: slug, email: guest.email, roles: ['auditor'] });
      return { id, token: await tokenOf(guest.email) };
    };
    const refused = async (token: string) => {
      const failure = refusal('identity.link-invalid');
      await expect(guest.api.acceptInvitation({ token })).rejects.toEqual(failure);
      await expect(world.open().api.findInvitation({ token })).rejects.toEqual(failure);
    };
    const replaced = await invite();
    const withdrawn = await invite();
    await refused(replaced.token);
    await admin.api.withdrawInvitation({ organization: slug, invitationId: withdrawn.id });
    await refused(withdrawn.token);
    await expect(admin.api.withdrawInvitation({ organization: slug, invitationId: withdrawn.id })).rejects.toEqual(
      refusal('identity.no-such-invitation'),
    );
    const expired = await invite();
    expect((await admin.api.listMembers({ organization: slug })).invitations).toHaveLength(1);
    await world.within(organization, ({ trx }) =>
      trx.updateTable('invitation').set({ expires_at: new Date() }).where('id', '=', expired.id).execute(),
    );
    await refused(expired.token);
    expect((await admin.api.listMembers({ organization: slug })).invitations).toEqual([]);
    const other = await world.organization(`elsewhere-${made}`);
    const [, secret = ''] = (await invite()).token.split('.');
    await refused(`${Buffer.from(other.id.replaceAll('-', ''), 'hex').toString('base64url')}.${secret}`);
    await refused(`${Buffer.from(newId().replaceAll('-', ''), 'hex').toString('base64url')}.${secret}`);
    await refused('x'.repeat(40));
  });

  test('is for people who are not members', async () => {
    const { slug, admin, join } = await body();
    const member = await join('member', ['reviewer']);
    const again = admin.api.inviteMember({ organization: slug, email: member.email, roles: ['finance'] });
    await expect(again).rejects.toEqual(refusal('identity.already-member'));
  });

  test('is stored as a hash, and mailed as account mail', async () => {
    const { slug, admin, organization } = await body('demonstration');
    const email = 'hashed@lovelace.dev';
    await admin.api.inviteMember({ organization: slug, email, roles: ['finance'] });
    const token = await tokenOf(email);
    const rows = await world.within(organization, ({ trx }) => trx.selectFrom('invitation').selectAll().execute());
    expect(JSON.stringify(rows)).not.toContain(token.split('.')[1]);
    const [mail] = await world.mailTo(email);
    expect(mail?.subject).toBe(`Demonstration: Invitation to ${organization.name}`);
    expect(rows[0]?.expires_at.getTime()).toBeGreaterThan(Date.now() + 13.9 * dayMs);
  });

  test('with the same idempotency key is sent once', async () => {
    const { slug, admin } = await body();
    const email = 'oncealone@lovelace.dev';
    const keyed = world.open({
      authorization: admin.request().headers.get('authorization') ?? '',
      'idempotency-key': newId(),
    });
    const answers = [1, 2].map(() => keyed.api.inviteMember({ organization: slug, email, roles: ['finance'] }));
    const [first, second] = await Promise.all(answers);
    expect(second).toEqual(first);
    expect(await world.mailTo(email)).toHaveLength(1);
  });
});

describe('roles', () => {
  test('are changed and ended by administrators alone', async () => {
    const { slug, admin, join, organization } = await body();
    const member = await join('worker', ['reviewer']);
    const change = { organization: slug, personId: member.personId, roles: ['examiner', 'finance'] as Role[] };
    await expect(member.api.setMemberRoles(change)).rejects.toEqual(refusal('platform.not-allowed'));
    await admin.api.setMemberRoles(change);
    expect((await member.api.viewer({})).memberships).toMatchObject([{ roles: ['examiner', 'finance'] }]);
    expect(await world.within(organization, (scope) => listMembersWithRole(scope, 'examiner'))).toMatchObject([
      { personId: member.personId, email: member.email },
    ]);
    await admin.api.removeMember({ organization: slug, personId: member.personId });
    expect((await member.api.viewer({})).memberships).toEqual([]);
    for (const personId of [member.personId, newId()]) {
      await expect(admin.api.removeMember({ organization: slug, personId })).rejects.toEqual(
        refusal('identity.no-such-member'),
      );
    }
  });

  test('are added to those that a member has', async () => {
    const { join, organization } = await body();
    const member = await join('many', ['reviewer']);
    await world.within(organization, (scope) => addMember(scope, member.personId, ['reviewer', 'auditor']));
    expect((await member.api.viewer({})).memberships).toMatchObject([{ roles: ['reviewer', 'auditor'] }]);
  });

  test('of the last administrator stay', async () => {
    const { slug, admin, join } = await body();
    const itself = { organization: slug, personId: admin.personId };
    const failure = refusal('identity.last-administrator');
    await expect(admin.api.removeMember(itself)).rejects.toEqual(failure);
    await expect(admin.api.setMemberRoles({ ...itself, roles: ['auditor'] })).rejects.toEqual(failure);
    const second = await join('second', ['administrator']);
    await second.api.setMemberRoles({ ...itself, roles: ['auditor'] });
    expect((await admin.api.viewer({})).memberships).toMatchObject([{ roles: ['auditor'] }]);
  });

  test('of two administrators who remove each other at once end for one alone', async () => {
    const { slug, admin, join, organization } = await body();
    const second = await join('rival', ['administrator']);
    const answers = await Promise.allSettled([
      admin.api.removeMember({ organization: slug, personId: second.personId }),
      second.api.removeMember({ organization: slug, personId: admin.personId }),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await world.within(organization, (scope) => listMembersWithRole(scope, 'administrator'))).toHaveLength(1);
  });

  test('in one organization give none in another', async () => {
    const here = await body();
    const there = await body();
    await expect(here.admin.api.listMembers({ organization: there.slug })).rejects.toEqual(
      refusal('platform.not-allowed'),
    );
  });
});

describe('organizations', () => {
  test('are found by slug, with their own time', async () => {
    const drill = await world.db.system((trx) =>
      createOrganization(trx, { slug: 'drill', name: 'Drill', kind: 'rehearsal', clockOffsetMs: 365 * dayMs }),
    );
    const found = await world.open().api.getOrganization({ organization: drill.slug });
    expect(found).toMatchObject({ slug: 'drill', name: 'Drill', kind: 'rehearsal' });
    expect(new Date(found.now).getTime()).toBeGreaterThan(Date.now() + 364 * dayMs);
    await expect(world.organization('drill')).rejects.toEqual(refusal('identity.slug-taken'));
  });

  test('are all listed for operators alone', async () => {
    const { personId } = await world.identity.createPerson({
      name: 'Operator',
      email: 'operator@lovelace.dev',
      emailVerified: true,
      operator: true,
    });
    const token = await world.identity.createSessionToken(personId);
    const operator = world.open({ authorization: `Bearer ${token}` });
    const { organizations } = await operator.api.listOrganizations({});
    expect(organizations.map(({ slug }) => slug)).toContain('platform');
    const { admin } = await body();
    await expect(admin.api.listOrganizations({})).rejects.toEqual(refusal('platform.not-allowed'));
  });
});

test('people are found by id; one who is gone is refused alone and left out of a list', async () => {
  const person = await visitor('found');
  await world.db.system(async (trx) => {
    expect(await getPerson(trx, person.personId)).toEqual({
      personId: person.personId,
      name: 'found',
      email: person.email,
      emailVerified: true,
    });
    const gone = newId();
    expect([...(await listPeople(trx, [person.personId, gone, person.personId])).keys()]).toEqual([person.personId]);
    await expect(getPerson(trx, gone)).rejects.toEqual(refusal('identity.no-such-person'));
  });
});
