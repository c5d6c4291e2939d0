import { PLATFORM_ORGANIZATION_ID } from '../../modules/audit/index.ts';
import { addressOf } from '../people.ts';
import type { Act, Candidate } from './candidate.ts';

const people = ['Robin Referee', 'Sam Supervisor', 'Toni Trainer', 'Uma Unit-Head'];

/** Asks the next person for a statement on a requirement. */
export const askFor = async (
  { api, candidacyId, mailbox, program }: Candidate,
  requirementId: string,
): Promise<boolean> => {
  const requirement = program.requirements.find(({ id }) => id === requirementId);
  if (requirement?.kind !== 'references' && requirement?.kind !== 'training') return false;
  const { statements } = await api.candidacies.getCandidacy({ candidacyId });
  const count = statements.filter((statement) => statement.requirement === requirementId).length;
  const [relation] = requirement.kind === 'references' ? requirement.relations : [];
  await api.candidacies.requestStatement({
    candidacyId,
    requirement: requirementId,
    name: people[count % people.length] ?? 'Robin Referee',
    email: addressOf(`${requirementId}-${count + 1}.${mailbox}`),
    ...(relation === undefined ? {} : { relation: relation.id }),
  });
  return true;
};

/** The personal link of the latest mail to an address. The seed runs inside the server; no browser could ask for it. */
const tokenOf = ({ world }: Candidate, email: string): Promise<string | undefined> =>
  world.context.platform.inTenant(PLATFORM_ORGANIZATION_ID, async ({ trx }) => {
    const row = await trx
      .selectFrom('message')
      .select('body')
      .where('to_address', '=', email)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return /\/(?:reference|attest)\/([\w-]{20,})/.exec(row?.body ?? '')?.[1];
  });

const answers = { text: 'Careful, reliable work over years, which I have seen myself.', rating: 4, 'yes-no': true };

/** Who was asked first says what they know, behind their link and without an account. */
export const giveStatement: Act = async (candidate, { subject = '' }) => {
  const { api, candidacyId, program, world } = candidate;
  const requirement = program.requirements.find(({ id }) => id === subject);
  const { statements } = await api.candidacies.getCandidacy({ candidacyId });
  const open = statements.find((one) => one.requirement === subject && one.state === 'waiting');
  if (open?.email === undefined || !requirement) return false;
  const token = await tokenOf(candidate, open.email);
  if (token === undefined) return false;
  const anyone = await world.anyone();
  await anyone.candidacies.giveStatement({
    token,
    confirmed: true,
    signedName: open.name,
    answers:
      requirement.kind === 'references'
        ? Object.fromEntries(requirement.form.map(({ id, kind }) => [id, answers[kind]]))
        : {},
    ...(requirement.kind === 'training' ? { completedOn: await completedOf(candidate, subject) } : {}),
  });
  return true;
};

/** The day that the candidate stated. */
const completedOf = async ({ api, candidacyId }: Candidate, requirement: string): Promise<string> => {
  const { claims, draft } = await api.candidacies.getCandidacy({ candidacyId });
  const claim = (claims[requirement] ?? draft[requirement])?.claim;
  if (claim?.kind === 'training') return claim.completedOn;
  throw new Error(`The candidate stated nothing for "${requirement}", so that nobody can confirm it.`);
};
