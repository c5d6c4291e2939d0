import { addPeriod } from '@testamur/program';
import type { Context } from '../context.ts';
import type { Tenant } from '../platform/http/index.ts';
import type { DemoCandidate } from './demonstration.ts';
import type { Drain } from './drain.ts';
import { askBeside } from './life/apply.ts';
import { type Candidate, goOn } from './life/candidate.ts';
import { chooseBundle } from './life/pay.ts';
import { assignPanel } from './life/sessions.ts';
import { createWorld, type World } from './life/world.ts';
import type { ProgramFiles } from './program-files.ts';

const begin = async (world: World, { program }: ProgramFiles, plan: DemoCandidate): Promise<Candidate> => {
  const { mailbox, name, track } = plan;
  const api = await world.as(mailbox);
  const organization = world.organization.slug;
  const order = { organization, programId: program.id, ...(track === undefined ? {} : { track }) };
  const { candidacyId } = await api.candidacies.beginCandidacy(order);
  const candidate: Candidate = { world, mailbox, name, program, plan, candidacyId, api };
  const { standing, membership } = await api.candidacies.getCandidacy({ candidacyId });
  if (standing.status === 'draft' && !membership) {
    await askBeside(candidate);
    await chooseBundle(candidate);
  }
  return candidate;
};

/** Two people, as the rule demands. */
const revoke = async ({ world, candidacyId, api }: Candidate): Promise<void> => {
  const { credentials } = await api.credentialing.listMyCredentials({});
  const credential = credentials.find((one) => one.candidacyId === candidacyId && one.state === 'active');
  if (!credential) return;
  const { id: credentialId, number } = credential;
  const manager = await world.as('program-manager');
  const reason = 'The experience that was stated turned out to be untrue (invented for this demonstration).';
  await manager.credentialing.requestRevocation({ credentialId, number, reason });
  const decider = await world.as('decider');
  await decider.credentialing.confirmRevocation({ credentialId, confirm: true });
};

/** What staff do once the candidate is there. */
const finish = async (candidate: Candidate): Promise<void> => {
  const { thenRevoked, thenAssigned } = candidate.plan;
  if (thenRevoked) await revoke(candidate);
  if (thenAssigned !== undefined) await assignPanel(candidate, thenAssigned);
};

const describe = async ({ name, program, api, candidacyId }: Candidate): Promise<string> => {
  const { standing } = await api.candidacies.getCandidacy({ candidacyId });
  const next = standing.next.map(({ kind, actor, subject = '' }) => `${kind} ${subject} (${actor})`).join(', ');
  return `${name} (${program.abbreviation}): ${standing.status}, next ${next}`;
};

const rounds = 30;

/** Of one time: those who begin now, or those who began so long ago. */
export const ofTime = (programs: readonly ProgramFiles[], begunAgo: string | undefined) =>
  programs.flatMap((files) =>
    files.candidates.filter((plan) => plan.begunAgo === begunAgo).map((plan) => ({ files, plan })),
  );

/** How long ago people began who did not begin now: ISO 8601 periods, the longest first. */
export const listTimes = (programs: readonly ProgramFiles[], now: Date): readonly string[] => {
  const start = (period: string): string => addPeriod(now.toISOString(), period, -1);
  const periods = programs.flatMap(({ candidates }) => candidates.flatMap(({ begunAgo }) => begunAgo ?? []));
  return [...new Set(periods)].toSorted((a, b) => (start(a) < start(b) ? -1 : 1));
};

/** Leads each candidate to where they are to be left; between two rounds the jobs run that they wait for. */
export const seedCandidates = async (
  context: Context,
  organization: Tenant,
  people: readonly { readonly files: ProgramFiles; readonly plan: DemoCandidate }[],
  personIds: ReadonlyMap<string, string>,
  drain: Drain,
): Promise<void> => {
  const world = createWorld(context, organization, personIds);
  try {
    let open: Candidate[] = [];
    for (const { files, plan } of people) open.push(await begin(world, files, plan));
    for (let round = 0; round < rounds && open.length > 0; round += 1) {
      const arrived = await Promise.all(open.map(goOn));
      for (const [index, one] of open.entries()) if (arrived[index]) await finish(one);
      const waiting = open.filter((_, index) => !arrived[index]);
      await drain();
      open = waiting;
    }
    if (open.length === 0) return;
    const late = await Promise.all(open.map(describe));
    throw new Error(`The demonstration's candidates did not get where they should: ${late.join('; ')}.`);
  } finally {
    await world.close();
  }
};
