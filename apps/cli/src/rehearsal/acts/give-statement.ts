import { findRequirement, type RequirementOf, type Standing } from '@testamur/program';
import { justAfter } from '../clock.ts';
import { dayOf } from '../days.ts';
import { linkTo, mailTo } from '../mailbox.ts';
import { moveClock, settle } from '../settle.ts';
import { lineOf } from '../standings.ts';
import { expectRefusal, expectThat, present } from '../unmet.ts';
import { firstTime, type World } from '../world.ts';
import { type Act, subjectOf } from './act.ts';

type Asking = RequirementOf<'references' | 'training'>;
type Asked = World['asked'][number];

/** What somebody who knows the candidate enters under each heading of the form. */
const answersTo = (form: RequirementOf<'references'>['form']) =>
  Object.fromEntries(
    form.map(({ id, kind }) => {
      if (kind === 'rating') return [id, 4];
      return [id, kind === 'yes-no' ? true : 'I have worked with them for three years and would do so again.'];
    }),
  );

const stateOf = ({ statements }: Standing, { requestId }: Asked) =>
  statements.find((statement) => statement.requestId === requestId);

/** Nobody answers: reminded as the program says, the link runs out, and somebody else has to be asked. */
const letExpire = async (world: World, requirement: Asking, asked: Asked, until: string): Promise<void> => {
  const { candidate, candidacyId, journal } = world;
  await moveClock(world, justAfter(until), `past the link to ${asked.name}, who does not answer`);
  await journal.step('third party', 'Open a link that has run out', async (note) => {
    await settle(world);
    const token = await linkTo(world, asked.email);
    const late = world.anyone.candidacies.getStatementRequest({ token });
    note(`Refused: ${await expectRefusal('candidacies.link-invalid', late)}`);
    const { standing } = await candidate.api.candidacies.getCandidacy({ candidacyId });
    expectThat(stateOf(standing, asked)?.state === 'expired', 'a request that has expired', stateOf(standing, asked));
    journal.pass('Request for a reference expired');
    const mails = await mailTo(world, asked.email);
    note(`${mails.length} mails: ${mails.map(({ subject }) => subject).join('; ')}`);
    expectThat(lineOf(standing, requirement.id)?.state !== 'met', `"${requirement.title}" to be open`, 'it is met');
  });
};

const give = async (world: World, requirement: Asking, asked: Asked, confirmed: boolean): Promise<void> => {
  const { anyone, candidate, candidacyId, journal, clock } = world;
  const what = confirmed ? 'Give a statement' : 'Deny what is stated';
  await journal.step('third party', `${what}: ${requirement.title}`, async (note) => {
    const token = await linkTo(world, asked.email);
    const shown = await anyone.candidacies.getStatementRequest({ token });
    expectThat(shown.candidateName === candidate.name, candidate.name, shown.candidateName);
    expectThat(shown.about.kind === requirement.kind, requirement.kind, shown.about.kind);
    const answers = requirement.kind === 'references' ? { answers: answersTo(requirement.form) } : {};
    if (requirement.kind === 'references') {
      const empty = anyone.candidacies.giveStatement({ token, confirmed, signedName: asked.name });
      note(`Left empty: ${await expectRefusal('candidacies.statement-incomplete', empty)}`);
    }
    const completed = shown.about.kind === 'training' && confirmed ? { completedOn: shown.about.completedOn } : {};
    const remark = confirmed ? {} : { remark: 'We have no record of a completion at that date.' };
    await anyone.candidacies.giveStatement({
      token,
      confirmed,
      signedName: asked.name,
      ...answers,
      ...completed,
      ...remark,
    });
    // Once a life: links that do not work are counted by address.
    if (firstTime(world, 'used link')) {
      const again = anyone.candidacies.giveStatement({ token, confirmed, signedName: asked.name, ...answers });
      note(`The link once more: ${await expectRefusal('candidacies.link-invalid', again)}`);
    }
    const { standing, statements } = await candidate.api.candidacies.getCandidacy({ candidacyId });
    expectThat(stateOf(standing, asked)?.state === 'given', 'a statement that is given', stateOf(standing, asked));
    const seen = present(
      statements.find(({ requestId }) => requestId === asked.requestId),
      'the statement in the application',
    );
    expectThat(seen.answers === undefined, 'the candidate not to read what a referee wrote', seen.answers);
    note(`${asked.name}, ${dayOf(clock.now())}.`);
  });
};

/** A denied attestation sends the claim back to the candidate, with the reason of the provider. */
const expectSentBack = async (world: World, requirement: Asking, asked: Asked): Promise<void> => {
  const { candidate, candidacyId, journal, done } = world;
  await journal.step('candidate', 'Read why the provider does not confirm it', async (note) => {
    const { standing, statements } = await candidate.api.candidacies.getCandidacy({ candidacyId });
    const line = lineOf(standing, requirement.id);
    expectThat(line?.state !== 'met', `"${requirement.title}" not to be met`, line);
    const asks = standing.next.filter(({ subject }) => subject === requirement.id).map(({ kind }) => kind);
    expectThat(asks.includes('complete-requirement'), `"${requirement.title}" to be stated anew`, asks);
    const remark = statements.find(({ requestId }) => requestId === asked.requestId)?.remark;
    note(present(remark, 'the reason of the provider'));
    done.add(`denied ${requirement.id}`);
    journal.pass('Training denied by its provider');
  });
};

/** Everyone who was asked answers; where the plan says so, the first one does not, or denies. */
export const giveStatement: Act = async (world, action, standing) => {
  const { program, plan } = world;
  const requirement = findRequirement(program, subjectOf(action));
  if (requirement?.kind !== 'references' && requirement?.kind !== 'training') return false;
  const waiting = standing.statements.filter((one) => one.requirement === requirement.id && one.state === 'waiting');
  for (const { requestId, until } of waiting) {
    const asked = present(
      world.asked.find((one) => one.requestId === requestId),
      'the person who was asked',
    );
    if (requirement.kind === 'references' && plan.mishaps.has('expired-reference') && firstTime(world, 'expired')) {
      await letExpire(world, requirement, asked, until);
      return true;
    }
    const denies =
      requirement.kind === 'training' && plan.mishaps.has('denied-attestation') && firstTime(world, 'denied');
    await give(world, requirement, asked, !denies);
    if (denies) {
      await expectSentBack(world, requirement, asked);
      return true;
    }
  }
  return waiting.length > 0;
};
