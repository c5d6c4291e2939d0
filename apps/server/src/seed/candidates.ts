import type { Standing } from '@testamur/program';
import type { Context } from '../context.ts';
import type { Tenant } from '../platform/http/index.ts';
import { type Candidate, goOn } from './life/candidate.ts';
import { createWorld, type World } from './life/world.ts';
import type { DemoPerson } from './people.ts';
import type { ProgramFiles } from './program-files.ts';

interface DemoCandidate extends DemoPerson {
  /** Where the candidate is left, for whoever tries the installation to go on from. */
  readonly isReached: (standing: Standing) => boolean;
  /** What else they did on the way, before they submitted. */
  readonly asks?: 'membership-and-accommodation';
  readonly thenRevoked?: true;
}

const hasStatus =
  (...statuses: readonly Standing['status'][]) =>
  ({ status }: Standing): boolean =>
    statuses.includes(status);

const begunSection = ({ steps }: Standing): boolean =>
  steps.some((step) => step.lines.some((line) => line.kind === 'requirement' && line.state === 'in-progress'));

const isPayable = (standing: Standing): boolean =>
  standing.owed.some(({ invoiceId }) => invoiceId !== undefined) || hasStatus('authorized')(standing);

const isGranted = ({ credential }: Standing): boolean => credential !== undefined;

const candidate = (
  mailbox: string,
  name: string,
  who: string,
  more: Pick<DemoCandidate, 'isReached' | 'asks' | 'thenRevoked'>,
): DemoCandidate => ({ mailbox, name, who: `candidate: ${who}`, ...more });

export const candidates: readonly DemoCandidate[] = [
  candidate('candidate', 'Demo Candidate', 'has begun an application', { isReached: begunSection }),
  candidate('waiting', 'Ana Demo', 'waits for the review of the application', {
    isReached: hasStatus('waiting-for-review'),
    asks: 'membership-and-accommodation',
  }),
  candidate('paying', 'Ben Demo', 'has a fee to pay', { isReached: isPayable }),
  candidate('authorized', 'Chloé Demo', 'may sit the exam and hand in the portfolio', {
    isReached: (standing) => standing.next.some(({ kind }) => kind === 'take-exam'),
  }),
  candidate('deciding', 'Dev Demo', 'has passed and waits for the decision', {
    isReached: hasStatus('waiting-for-decision', 'certified'),
  }),
  candidate('certified', 'Eva Demo', 'is certified and listed in the register', { isReached: isGranted }),
  candidate('revoked', 'Finn Demo', 'was certified; the credential is revoked', {
    isReached: isGranted,
    thenRevoked: true,
  }),
];

const begin = async (
  world: World,
  { program }: ProgramFiles,
  { mailbox, name, asks }: DemoCandidate,
): Promise<Candidate> => {
  const api = await world.as(mailbox);
  const organization = world.organization.slug;
  const { candidacyId } = await api.candidacies.beginCandidacy({ organization, programId: program.id });
  const { standing, membership } = await api.candidacies.getCandidacy({ candidacyId });
  if (asks && standing.status === 'draft' && !membership) {
    const payerClass = program.payerClasses.find(({ proof }) => proof === 'membership');
    if (payerClass) {
      await api.candidacies.claimMembership({ candidacyId, payerClass: payerClass.id, memberNumber: 'M-10042' });
    }
    const request = 'I read slowly because of dyslexia and ask for half as much time again.';
    await api.candidacies.requestAccommodation({ candidacyId, request });
  }
  return { world, mailbox, name, program, candidacyId, api };
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

const rounds = 12;

/** Leads each candidate to where they are to be left; between two rounds the jobs run that they wait for. */
export const seedCandidates = async (
  context: Context,
  organization: Tenant,
  files: ProgramFiles,
  personIds: ReadonlyMap<string, string>,
): Promise<void> => {
  const world = createWorld(context, organization, personIds);
  try {
    let open: { readonly life: Candidate; readonly plan: DemoCandidate }[] = [];
    for (const plan of candidates) open.push({ life: await begin(world, files, plan), plan });
    for (let round = 0; round < rounds && open.length > 0; round += 1) {
      const waiting: typeof open = [];
      for (const one of open) {
        const isThere = await goOn(one.life, one.plan.isReached);
        if (!isThere) waiting.push(one);
        else if (one.plan.thenRevoked) await revoke(one.life);
      }
      await context.worker.drain();
      open = waiting;
    }
    const late = open.map(({ plan }) => plan.name).join(', ');
    if (late !== '') throw new Error(`The demonstration's candidates did not get where they should: ${late}.`);
  } finally {
    await world.close();
  }
};
