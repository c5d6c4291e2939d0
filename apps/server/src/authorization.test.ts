import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from './contract.ts';
import { newId } from './kernel/index.ts';
import { addMember, createOrganization, createPerson, createSessionToken } from './modules/identity/index.ts';
import { type Actor, type Answer, actors, expectedAnswer, operations, writeMatrix } from './testing/matrix.ts';
import { matrixInputs } from './testing/matrix-inputs.ts';
import { findMatrixWorld } from './testing/matrix-world.ts';
import { startWholeServer, type WholeServer } from './testing/whole-server.ts';

let server: WholeServer;
let people: ReadonlyMap<Actor, string | undefined>;
let inputs: Readonly<Record<string, Readonly<Record<string, () => unknown>>>>;

/** A person an actor; each call signs in anew, because some operations end the session that they are called with. */
const createActors = async (organizationSlug: string, ownerId: string): Promise<Map<Actor, string | undefined>> => {
  const { db, inTenant } = server.context.platform;
  const make = (actor: string, operator = false) =>
    db.system((trx) =>
      createPerson(trx, {
        name: `Demo ${actor}`,
        email: `${actor}-${newId()}@demo.testamur.example`,
        emailVerified: true,
        operator,
      }),
    );
  const elsewhere = await db.system((trx) =>
    createOrganization(trx, { slug: 'elsewhere', name: 'Elsewhere', kind: 'demonstration' }),
  );
  const here = await db.kysely
    .selectFrom('organization')
    .select('id')
    .where('slug', '=', organizationSlug)
    .executeTakeFirstOrThrow();
  const made = new Map<Actor, string | undefined>([['candidate-owner', ownerId]]);
  for (const actor of actors) {
    if (actor === 'anonymous' || actor === 'referee' || actor === 'candidate-owner') continue;
    const { personId } = await make(actor, actor === 'operator');
    made.set(actor, personId);
    const role = roles.find((one) => one === actor);
    if (role) await inTenant(here.id, (scope) => addMember(scope, personId, [role]));
    if (actor === 'staff-elsewhere') await inTenant(elsewhere.id, (scope) => addMember(scope, personId, [...roles]));
  }
  return made;
};

beforeAll(async () => {
  server = await startWholeServer();
  const { world, ownerId } = await findMatrixWorld(server);
  inputs = matrixInputs(world) as unknown as typeof inputs;
  people = await createActors(world.organization, ownerId);
}, 240_000);

afterAll(() => server.stop());

const tokenOf = async (actor: Actor): Promise<string | undefined> => {
  // A referee's personal link is no session, whatever header it is sent in.
  if (actor === 'referee') return newId();
  const personId = people.get(actor);
  return personId && server.context.platform.db.system((trx) => createSessionToken(trx, personId));
};

const answerTo = async (actor: Actor, module: string, name: string): Promise<Answer> => {
  const client = server.as(await tokenOf(actor)) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  const call = client[module]?.[name];
  const input = inputs[module]?.[name];
  if (!call || !input) throw new Error(`${module}.${name} cannot be called.`);
  try {
    await call(input());
    return 'allowed';
  } catch (error) {
    const { code, status } = error as { code?: string; status?: number };
    if (status === undefined || status >= 500) throw error;
    if (code === 'platform.invalid')
      throw new Error(`${module}.${name}: the input of the matrix is not valid.`, { cause: error });
    if (code === 'platform.sign-in-required') return 'sign-in';
    if (code === 'platform.not-allowed') return 'forbidden';
    return code === 'platform.not-found' ? 'hidden' : 'allowed';
  }
};

describe('authorization', () => {
  it('covers the whole contract', () => {
    expect(operations.length).toBeGreaterThan(100);
    expect(Object.values(inputs).flatMap((module) => Object.keys(module))).toHaveLength(operations.length);
  });

  it.each(operations.map((operation) => [`${operation.module}.${operation.name}`, operation] as const))(
    '%s answers everyone as declared',
    async (_title, { module, name, policy }) => {
      const answers = await Promise.all(
        actors.map(async (actor) => [actor, await answerTo(actor, module, name)] as const),
      );
      expect(Object.fromEntries(answers)).toEqual(
        Object.fromEntries(actors.map((actor) => [actor, expectedAnswer(actor, policy)])),
      );
    },
    60_000,
  );

  it('stands in the documentation', async () => {
    await expect(writeMatrix()).toMatchFileSnapshot('../../../docs/authorization.md');
  });

  it('bites: a policy that says otherwise gives another answer', async () => {
    const declared = operations.find(({ name }) => name === 'recordDecision');
    expect(declared && expectedAnswer('auditor', declared.policy)).toBe('forbidden');
    expect(declared && expectedAnswer('auditor', { ...declared.policy, allow: ['auditor'] })).toBe('allowed');
    expect(await answerTo('auditor', 'credentialing', 'recordDecision')).toBe('forbidden');
  });
});
