import { vi } from 'vitest';
import { evidencePdf } from '../../apps/server/src/seed/life/evidence.ts';
import { addressOf, demoPassword } from '../../apps/server/src/seed/people.ts';
import { apiAs } from './api.ts';
import { patienceMs } from './browser.ts';
import { certificateOf } from './credentials.ts';
import { authorized, type Candidate, standingOf } from './life.ts';
import { accountMail, linkIn } from './mail.ts';
import { freshAddress } from './people.ts';
import { keyInDoubt, reissue } from './signing-keys.ts';
import { affected, courseOf, voucherToCancel } from './staff-world.ts';

const organization = 'ala';
const assessmentId = 'portfolio';

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/** What the addresses of pages name. Made when it is first asked for, so that a page can be visited by itself. */
export const createWorld = () => {
  /** A candidate of the tests' own, so that the demonstration's people stay where they were left. */
  const own = once(() => authorized('olga.own', 'Olga Own'));
  const candidacyOf = async (mailbox: string): Promise<string> => {
    if (mailbox === 'own') return (await own()).candidacyId;
    const { candidacies } = await (await apiAs(mailbox)).candidacies.listMyCandidacies({});
    return idOf(candidacies[0], `a candidacy of ${mailbox}`);
  };
  const attempt = once(async () => {
    const { api, candidacyId } = await own();
    return (await api.delivery.beginAttempt({ candidacyId, assessmentId: 'exam', agreed: true })).attemptId;
  });
  const piece = once(async () => {
    const { api, candidacyId } = await own();
    const criteria = ['practice', 'knowledge', 'service', 'reflection'];
    const file = evidencePdf('piece.pdf', ['A piece of work']);
    const { id: fileId } = await api.candidacies.uploadFile({ candidacyId, file });
    const reflection = 'I did this myself, checked it against our procedure, and wrote down what I learned.';
    const made = { candidacyId, assessmentId, fileId, title: 'Serial records', reflection, criteria };
    return (await api.delivery.addPiece(made)).id;
  });
  const submitPortfolio = once(async () => {
    await piece();
    const { api, candidacyId } = await own();
    await api.delivery.submitPortfolio({ candidacyId, assessmentId });
  });
  const rating = once(async () => {
    await submitPortfolio();
    return assign(await own());
  });
  return {
    /** Address and password of whoever visits. */
    signInOf: async (mailbox: string): Promise<{ readonly email: string; readonly password: string }> =>
      mailbox === 'own' ? own() : { email: addressOf(mailbox), password: demoPassword },
    candidacyOf,
    credentialOf: async (mailbox: string) => (await certificateOf(mailbox)).id,
    /** The path of a link that a holder made for nobody. */
    shareLink: async () => {
      const { id: credentialId } = await certificateOf('certified');
      const made = { credentialId, label: 'A visit', showsHistory: true };
      const { url } = await (await apiAs('certified')).credentialing.createShareLink(made);
      return new URL(url).pathname;
    },
    /** A form of the mark, agreed to. */
    agreedMark: async () => {
      const api = await apiAs('course-certified');
      const { id: credentialId } = await certificateOf('course-certified');
      const { holderName: signedName } = await api.credentialing.getCredential({ credentialId });
      await api.credentialing.agreeToMark({ credentialId, signedName });
      return 'svg';
    },
    numberOf: async (mailbox: string) => (await certificateOf(mailbox)).number,
    attempt,
    piece,
    submitPortfolio,
    rating,
    openInvoice: async () => {
      const [api, candidacyId] = [await apiAs('paying'), await candidacyOf('paying')];
      return standingOf({ api, candidacyId }, ({ owed }) => owed.find((one) => one.invoiceId)?.invoiceId);
    },
    paidInvoice: async () => (await own()).invoiceId,
    fileOf: async (mailbox: string) => {
      const candidacyId = await candidacyOf(mailbox);
      const { files } = await (await apiAs(mailbox)).candidacies.getCandidacy({ candidacyId });
      return idOf(files[0], `a file of ${mailbox}`);
    },
    /** The file of a piece, as the examiner opens it. */
    work: async () => {
      const ratingId = await rating();
      const { pieces } = await (await apiAs('examiner')).scoring.getRating({ ratingId });
      return `/ratings/${ratingId}/files/${idOf(pieces[0]?.file, 'a file of the portfolio')}`;
    },
    invitation: once(async () => {
      const email = freshAddress('invited');
      await (await apiAs('administrator')).identity.inviteMember({ organization, email, roles: ['reviewer'] });
      return linkIn(await accountMail(email, 'Invitation'));
    }),
    /** Staff at the course of somebody who is in the middle of it. */
    courseOf,
    voucherToCancel: once(voucherToCancel),
    affected: once(affected),
    /** Below the pages of the staff. */
    keyInDoubt: once(keyInDoubt),
    reissue: once(reissue),
    item: async () => {
      const { items } = await (await apiAs('psychometrician')).itemBank.listItems({ organization, programId: 'calt' });
      return idOf(items[0], 'an item');
    },
    member: async () => {
      const { members } = await (await apiAs('administrator')).identity.listMembers({ organization });
      const found = members.find(({ name }) => name === 'Demo Proctor');
      return idOf(found && { id: found.personId }, 'the proctor');
    },
  };
};

export type World = ReturnType<typeof createWorld>;

const idOf = (found: { readonly id: string } | undefined, what: string): string => {
  if (!found) throw new Error(`The demonstration lacks ${what}.`);
  return found.id;
};

/** Asks the demonstration's examiner; the rating is opened by a job. */
const assign = async ({ candidacyId, api }: Candidate): Promise<string> => {
  const manager = await apiAs('program-manager');
  const { examiners } = await manager.scheduling.listExaminers({ candidacyId, assessmentId });
  const examiner = examiners.find(({ name }) => name === 'Demo Examiner');
  const personId = idOf(examiner && { id: examiner.personId }, 'an examiner');
  await manager.scheduling.assignExaminer({ candidacyId, assessmentId, personId });
  const { number } = await api.candidacies.getCandidacy({ candidacyId });
  const asked = await apiAs('examiner');
  return vi.waitFor(
    async () => {
      const { ratings } = await asked.scoring.listRatings({ organization });
      const found = ratings.find((one) => one.number === number);
      return idOf(found && { id: found.ratingId }, `the rating of ${number}`);
    },
    { timeout: patienceMs, interval: 100 },
  );
};
