import { findRequirement } from '@testamur/program';
import { isAccepted } from '../standings.ts';
import { expectThat } from '../unmet.ts';
import type { Failure } from './failure.ts';

export const deniedAttestation: Failure = {
  id: 'denied-attestation',
  title: 'The provider denies the training, and a referee does not answer',
  fits: ({ requirements }) => requirements.some(({ kind }) => kind === 'training'),
  plan: (_program, plan) => ({ ...plan, mishaps: new Set(['denied-attestation', 'expired-reference']) }),
  run: async ({ program, journal }, agent) => {
    const { statements } = await agent.goOn('an accepted application', isAccepted);
    const ofTraining = statements.filter((one) => findRequirement(program, one.requirement)?.kind === 'training');
    const denied = ofTraining.filter(({ confirmed }) => confirmed === false);
    const confirmed = ofTraining.filter((one) => one.confirmed === true);
    const expired = statements.filter(({ state }) => state === 'expired');
    await journal.step('rehearsal', 'Compare what was said with what came of it', async (note) => {
      expectThat(denied.length === 1 && confirmed.length === 1, 'one denied and one confirmed', ofTraining);
      const asksReferees = program.requirements.some(({ kind }) => kind === 'references');
      expectThat(expired.length > 0 || !asksReferees, 'a request for a reference that expired', statements);
      note(`${denied.length} denied, ${confirmed.length} confirmed, ${expired.length} expired.`);
    });
    return 'The training was stated anew with another provider, who confirms it; the application was accepted.';
  },
};
