import { findRequirement, type RequirementOf, say, statementRoom } from '@testamur/program';
import { mailbox } from '../mailbox.ts';
import { actionsOf } from '../standings.ts';
import { expectRefusal, expectThat } from '../unmet.ts';
import { firstTime, type World } from '../world.ts';
import { type Act, subjectOf } from './act.ts';

type Asking = RequirementOf<'references' | 'training'>;

/** Another person at each request: who was asked before has answered, or has not. */
const person = (world: World, { id, kind }: Asking) => {
  const asked = world.asked.filter(({ requirement }) => requirement === id).length + 1;
  const name = kind === 'references' ? `Rowan Referee ${asked}` : `Parker Provider ${asked}`;
  return { name, email: mailbox(world, `${world.number}.${id}.${asked}`.toLowerCase()), asked };
};

const ask = async (world: World, requirement: Asking): Promise<void> => {
  const { candidate, candidacyId, clock } = world;
  const { name, email, asked } = person(world, requirement);
  const relation =
    requirement.kind === 'references'
      ? requirement.relations[(asked - 1) % requirement.relations.length]?.id
      : undefined;
  const wanted = { candidacyId, requirement: requirement.id, name, ...(relation === undefined ? {} : { relation }) };
  const { requestId, standing } = await candidate.api.candidacies.requestStatement({ ...wanted, email });
  const statement = standing.statements.find((one) => one.requestId === requestId);
  expectThat(statement?.state === 'waiting', 'a request that waits', statement);
  expectThat(statement.until > clock.now(), 'a link that works for a while', statement.until);
  world.asked.push({ requirement: requirement.id, requestId, email, name });
};

/** Nobody vouches for themselves, and one person is asked once. */
const tryWrong = async (world: World, requirement: Asking, note: (words: string) => void): Promise<void> => {
  const { candidate, candidacyId } = world;
  const relation = requirement.kind === 'references' ? { relation: requirement.relations[0]?.id ?? '' } : {};
  const wanted = { candidacyId, requirement: requirement.id, name: candidate.name, ...relation };
  const own = candidate.api.candidacies.requestStatement({ ...wanted, email: candidate.email });
  note(`Oneself: ${await expectRefusal('candidacies.own-address', own)}`);
};

/** As many as are needed; where no more may be asked, one more is refused. */
export const requestStatement: Act = async (world, action) => {
  const { program, candidate, candidacyId, journal } = world;
  const requirement = findRequirement(program, subjectOf(action));
  if (requirement?.kind !== 'references' && requirement?.kind !== 'training') return false;
  await journal.step('candidate', say(action.title), async (note) => {
    if (firstTime(world, `asked wrongly ${requirement.id}`)) await tryWrong(world, requirement, note);
    await ask(world, requirement);
    const { standing } = await candidate.api.candidacies.getCandidacy({ candidacyId });
    const isEnough = actionsOf(standing, 'request-statement').every(({ subject }) => subject !== requirement.id);
    if (!isEnough || statementRoom(program, standing, requirement.id) > 0) return;
    const relation = requirement.kind === 'references' ? { relation: requirement.relations[0]?.id ?? '' } : {};
    const tooMany = candidate.api.candidacies.requestStatement({
      candidacyId,
      requirement: requirement.id,
      name: 'One Too Many',
      email: mailbox(world, 'one-too-many'),
      ...relation,
    });
    const words = await expectRefusal('candidacies.not-editable', tooMany);
    const given = standing.statements.filter((one) => one.requirement === requirement.id).length;
    world.findings.add({ kind: 'refused-statement', requirement: requirement.id, given, words });
    note(`One more: ${words}`);
  });
  return true;
};
