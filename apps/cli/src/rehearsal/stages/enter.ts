import { type Program, trackTitle } from '@testamur/program';
import { type Api, connect, Unreachable } from '../api.ts';
import type { Clock } from '../clock.ts';
import { createFindings } from '../findings.ts';
import type { Journal } from '../journal.ts';
import type { Keepsakes } from '../keepsakes.ts';
import type { Plan } from '../plan/plan.ts';
import { expectRefusal, expectThat, present, refusalOf, Unmet } from '../unmet.ts';
import type { World } from '../world.ts';

export interface Order {
  readonly url: string;
  /** An id, an alias or an abbreviation. */
  readonly program: string;
  /** Of the operator. */
  readonly email: string;
  readonly password: string;
  /** What to do about the choices that the program leaves, once it is known. */
  planFor(program: Program, at: string): Plan;
}

export interface Tools {
  readonly clock: Clock;
  readonly journal: Journal;
  readonly keepsakes: Keepsakes;
}

/**
 * What the installation runs.
 *
 * @throws Unreachable where nobody answers, Unmet where something else does.
 */
export const listPrograms = async ({ url }: Pick<Order, 'url'>) => {
  const { programs } = await connect({ url })
    .programs.listPrograms({})
    .catch((error: unknown) => {
      if (error instanceof Unreachable) throw error;
      throw new Unmet(`a Testamur server at ${url}`, 'something else that answers');
    });
  expectThat(Array.isArray(programs), `a Testamur server at ${url}`, 'something else that answers');
  return programs;
};

/** Finds the program under whatever name it was asked for. */
const findProgramId = async ({ url, program }: Order): Promise<string> => {
  const programs = await listPrograms({ url });
  const wanted = program.toLowerCase();
  const known = programs.find(({ id, abbreviation }) => id === wanted || abbreviation.toLowerCase() === wanted);
  if (known) return known.id;
  // The server knows the aliases, too.
  const { programs: api } = connect({ url });
  const found = await api.findProgram({ programId: wanted }).catch((error: unknown) => {
    if (refusalOf(error) === undefined) throw error;
    const ids = programs.map(({ id }) => id).join(', ');
    throw new Unmet(`a program named "${program}"`, ids === '' ? 'no program at all' : `these: ${ids}`);
  });
  return found.program.id;
};

const signInOperator = async ({ url, email, password }: Order): Promise<Api> => {
  const { state, token } = await connect({ url }).identity.signIn({ email, password });
  expectThat(
    state === 'signed-in',
    'a sign-in by password alone; an operator with a second factor cannot rehearse',
    state,
  );
  const api = connect({ url, token: present(token, 'a token for the session') });
  const { operator, name } = await api.identity.viewer({});
  expectThat(operator, `${email} to be an operator of the installation`, `${name}, who is none`);
  return api;
};

/** The link in the confirmation mail, which the operator reads in the outbox. */
const readToken = async (operator: Api, email: string): Promise<string> => {
  const { messages } = await operator.notifications.listPlatformOutbox({ page: 1, to: email });
  const tokens = messages.flatMap(({ text }) => /\/confirm-email\?token=(\S+)/.exec(text)?.[1] ?? []);
  return decodeURIComponent(present(tokens[0], `a confirmation mail to ${email}`));
};

/** Ends the sessions that were begun with a password. */
export const leave = async ({ operator, candidate }: World): Promise<void> => {
  for (const api of [candidate.api, operator]) await api.identity.signOut({});
};

/** What a candidate chooses at the beginning: their track, where the program has any. */
export const begin = (
  { organization, program, candidate, journal }: Pick<World, 'organization' | 'program' | 'candidate' | 'journal'>,
  { track }: Plan,
) => {
  const words = trackTitle(program, track === undefined ? {} : { track });
  const title = words === undefined ? program.title : `${program.title}: ${words}`;
  return journal.step('candidate', `Begin an application: ${title}`, async (note) => {
    const { candidacies } = candidate.api;
    const asked = { organization, programId: program.id };
    if (track !== undefined) {
      const trackless = candidacies.beginCandidacy(asked);
      note(`Without a track: ${await expectRefusal('candidacies.no-such-track', trackless)}`);
    }
    const chosen = { ...asked, ...(track === undefined ? {} : { track }) };
    const first = await candidacies.beginCandidacy(chosen);
    const again = await candidacies.beginCandidacy(chosen);
    expectThat(again.candidacyId === first.candidacyId, 'beginning twice to give one candidacy', again.candidacyId);
    const { candidacyId } = first;
    const empty = candidacies.submitApplication({ candidacyId, listed: true });
    note(`${first.number}. Submitting it empty: ${await expectRefusal('candidacies.incomplete', empty)}`);
    return first;
  });
};

const openAccount = async (
  { url }: Order,
  { operator, anyone, journal }: Pick<World, 'operator' | 'anyone' | 'journal'>,
  { name, email, password }: { readonly name: string; readonly email: string; readonly password: string },
): Promise<World['candidate']> => {
  await journal.step('candidate', 'Open an account', async (note) => {
    await anyone.identity.signUp({ name, email, password });
    const tooEarly = anyone.identity.signIn({ email, password });
    note(`Signing in before the address is confirmed: ${await expectRefusal('identity.email-not-verified', tooEarly)}`);
  });
  const api = await journal.step('candidate', 'Confirm the address and sign in', async () => {
    await anyone.identity.verifyEmail({ token: await readToken(operator, email) });
    const { token } = await anyone.identity.signIn({ email, password });
    return connect({ url, token: present(token, 'a token for the session') });
  });
  return { name, email, api };
};

/** Opens the rehearsal and the candidate's account, and begins the candidacy. */
export const enter = async (order: Order, { clock, journal, keepsakes }: Tools): Promise<World> => {
  const { url } = order;
  const programId = await journal.step('anyone', `Look for "${order.program}" at ${url}`, () => findProgramId(order));
  const operator = await journal.step('operator', `Sign in as ${order.email}`, () => signInOperator(order));
  const opened = await journal.step('operator', 'Open a rehearsal', async (note) => {
    const rehearsal = await operator.rehearsals.openRehearsal({ programId });
    clock.set(rehearsal.now);
    note(`${rehearsal.organization}, ${rehearsal.staff.length} people.`);
    return rehearsal;
  });
  const { organization } = opened;
  const anyone = connect({ url });
  const { program } = await anyone.programs.getProgram({ organization, programId: opened.programId });
  const plan = order.planFor(program, opened.now);
  const candidate = await openAccount(order, { operator, anyone, journal }, opened.candidate);
  const { candidacyId, number } = await begin({ organization, program, candidate, journal }, plan);
  journal.pass('Application begun');
  return {
    organization,
    program,
    plan,
    operator,
    anyone,
    candidate,
    staff: opened.staff.map((member) => ({ ...member, api: connect({ url, token: member.token }) })),
    candidacyId,
    number,
    clock,
    journal,
    keepsakes,
    findings: createFindings(),
    expectedScores: new Map(),
    asked: [],
    done: new Set(),
  };
};
