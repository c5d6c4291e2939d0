import type { InferContractRouterInputs } from '@orpc/contract';
import type { contract } from '../contract.ts';
import { newId } from '../kernel/index.ts';
import { credentialInputs } from './matrix-credential-inputs.ts';

/** The objects that the calls of the matrix are about: all of one candidate, in one organization. */
export interface MatrixWorld {
  readonly organization: string;
  readonly programId: string;
  readonly assessmentId: string;
  readonly portfolioId: string;
  readonly requirement: string;
  readonly candidacyId: string;
  readonly invoiceId: string;
  readonly fileId: string;
  readonly attemptId: string;
  readonly ratingId: string;
  readonly pieceId: string;
  readonly credentialId: string;
  readonly credentialNumber: string;
  readonly itemId: string;
  readonly resultId: string;
  readonly statusListId: string;
  readonly examinerId: string;
  readonly programYaml: string;
}

type Inputs = InferContractRouterInputs<typeof contract>;
/** One valid input an operation; an operation without one does not compile. */
export type MatrixInputs = { readonly [M in keyof Inputs]: { readonly [O in keyof Inputs[M]]: () => Inputs[M][O] } };

const soon = () => new Date(Date.now() + 86_400_000).toISOString();
const token = 'x'.repeat(40);
const password = 'a long enough passphrase';
export const reason = 'A reason that says enough.';
const email = () => `matrix-${newId()}@demo.testamur.example`;

export const matrixInputs = (world: MatrixWorld): MatrixInputs => {
  const { organization, programId, candidacyId, invoiceId, attemptId, ratingId, assessmentId, portfolioId } = world;
  const inOrganization = () => ({ organization });
  const ofCandidacy = () => ({ candidacyId });
  const ofExam = () => ({ candidacyId, assessmentId });
  const ofPortfolio = () => ({ candidacyId, assessmentId: portfolioId });
  const ofInvoice = () => ({ invoiceId });
  const piece = {
    title: 'A guide',
    reflection: 'What I did, why I did it, and what I would do otherwise now. '.repeat(2),
    criteria: ['x'],
  };
  return {
    identity: {
      signUp: () => ({ name: 'Demo Person', email: email(), password }),
      verifyEmail: () => ({ token }),
      requestEmailVerification: () => ({ email: email() }),
      requestPasswordReset: () => ({ email: email() }),
      resetPassword: () => ({ token, password }),
      changePassword: () => ({ currentPassword: 'not the password at all', newPassword: password }),
      viewer: () => ({}),
      signIn: () => ({ email: email(), password }),
      confirmSecondFactor: () => ({ code: '000000' }),
      signOut: () => ({}),
      listSessions: () => ({}),
      endSession: () => ({ sessionId: newId() }),
      beginTotp: () => ({ password: 'not the password at all' }),
      confirmTotp: () => ({ code: '000000' }),
      disableTotp: () => ({ password: 'not the password at all' }),
      deletePasskey: () => ({ passkeyId: newId() }),
      getOrganization: inOrganization,
      listOrganizations: () => ({}),
      listMembers: inOrganization,
      inviteMember: () => ({ organization, email: email(), roles: ['auditor'] }),
      withdrawInvitation: () => ({ organization, invitationId: newId() }),
      setMemberRoles: () => ({ organization, personId: newId(), roles: ['auditor'] }),
      removeMember: () => ({ organization, personId: newId() }),
      findInvitation: () => ({ token }),
      acceptInvitation: () => ({ token }),
    },
    audit: {
      listEntries: () => ({ organization, page: 1 }),
      verifyChain: inOrganization,
      exportEntries: inOrganization,
    },
    notifications: {
      listMyMessages: () => ({ page: 1 }),
      listOutbox: () => ({ organization, page: 1 }),
      listPlatformOutbox: () => ({ page: 1 }),
    },
    programs: {
      listPrograms: () => ({}),
      getProgram: () => ({ organization, programId }),
      findProgram: () => ({ programId }),
      getHandbookPdf: () => ({ organization, programId }),
      listEditions: () => ({ organization, programId }),
      checkProgram: () => ({ organization, yaml: world.programYaml }),
      getDraft: () => ({ organization, programId }),
      saveDraft: () => ({ organization, programId: 'matrix', yaml: 'format: 1', revision: 0 }),
      previewEdition: () => ({ organization, yaml: world.programYaml }),
      getPreview: () => ({ organization, previewId: newId(), page: 1 }),
      publishEdition: () => ({ organization, yaml: world.programYaml }),
    },
    billing: {
      listInvoices: () => ({ organization, page: 1 }),
      getInvoice: ofInvoice,
      getInvoicePdf: ofInvoice,
      beginPayment: ofInvoice,
      confirmPayment: () => ({ invoiceId, intentId: newId(), cardNumber: '4242424242424242' }),
      recordPayment: () => ({
        invoiceId,
        amountMinor: 1,
        method: 'check',
        receivedOn: '2026-01-05',
        reference: 'Check 1',
      }),
      refundInvoice: () => ({ invoiceId, reason }),
      getLedger: inOrganization,
      issueVouchers: () => ({
        organization,
        batchId: newId(),
        programId,
        fee: 'no-such-fee',
        count: 1,
        percent: 100,
        currency: 'USD',
        recipient: 'A school',
        expiresOn: '2099-12-31',
      }),
      listVouchers: () => ({ organization, page: 1 }),
      cancelVoucher: () => ({ organization, voucherId: newId(), givenBack: false }),
      redeemVoucher: () => ({ invoiceId, code: '0000-0000-0000-0000' }),
    },
    itemBank: {
      listItems: () => ({ organization, programId, page: 1 }),
      getItem: () => ({ organization, itemId: world.itemId }),
      importItems: () => ({
        organization,
        programId,
        items: [{ xml: '<not-an-item/>', topic: 'x', cognitiveLevel: 'apply', objective: '' }],
      }),
      publishForm: () => ({ organization, programId, assessmentId, name: `Matrix ${newId()}`.slice(0, 60), seed: 7 }),
      listForms: () => ({ organization, programId }),
    },
    candidacies: {
      beginCandidacy: () => ({ organization, programId }),
      declareRegion: () => ({ candidacyId, region: 'nowhere' }),
      chooseBundle: () => ({ candidacyId, bundle: 'nothing' }),
      listMyCandidacies: () => ({}),
      getCandidacy: ofCandidacy,
      saveSection: () => ({
        candidacyId,
        requirement: world.requirement,
        claim: { kind: 'attestation', signedName: 'Demo Person', documentVersion: '1' },
      }),
      claimMembership: () => ({ candidacyId, payerClass: 'nobody', memberNumber: '1' }),
      requestAccommodation: () => ({ candidacyId, request: 'Half as much time again, please.' }),
      uploadFile: () => ({ candidacyId, file: new File(['not a picture'], 'x.png', { type: 'image/png' }) }),
      downloadFile: () => ({ fileId: world.fileId }),
      requestStatement: () => ({ candidacyId, requirement: 'nothing', name: 'A Referee', email: email() }),
      withdrawStatement: () => ({ candidacyId, requestId: newId() }),
      remindStatement: () => ({ candidacyId, requestId: newId() }),
      getStatementRequest: () => ({ token }),
      giveStatement: () => ({ token, confirmed: true, signedName: 'A Referee' }),
      declineStatement: () => ({ token }),
      submitApplication: () => ({ candidacyId, listed: true }),
      setListing: () => ({ candidacyId, listed: true }),
      withdrawCandidacy: () => ({ candidacyId, reason }),
      getApplicationPdf: ofCandidacy,
      getRefundTerms: ofCandidacy,
      listQueues: inOrganization,
      getQueue: () => ({ organization, queue: 'review', page: 1 }),
      searchCandidacies: () => ({ organization, query: '', page: 1 }),
      claimCandidacy: () => ({ candidacyId, claimed: false }),
      judgeRequirement: () => ({
        candidacyId,
        requirement: world.requirement,
        claimDeclaredAt: '2026-01-05T00:00:00.000Z',
        verdict: 'accepted',
        reason,
      }),
      judgeMembership: () => ({ candidacyId, verified: false, reason }),
      decideAccommodation: () => ({ candidacyId, granted: false, timeMultiplier: 1, reason }),
      importMemberRoll: () => ({ organization, payerClass: 'member', csv: 'not,a,roll' }),
      getMemberRoll: () => ({ organization, payerClass: 'member' }),
    },
    scheduling: {
      getAuthorization: ofExam,
      getAuthorizationPdf: ofExam,
      extendWindow: () => ({ ...ofExam(), until: soon(), reason }),
      authorizeAgain: () => ({ ...ofExam(), until: soon(), reason }),
      listFormNeeds: () => ({ organization, programId }),
      listExaminers: ofPortfolio,
      assignExaminer: () => ({ ...ofPortfolio(), personId: world.examinerId }),
      releaseExaminer: () => ({ ...ofPortfolio(), personId: world.examinerId, reason }),
    },
    delivery: {
      getLobby: ofExam,
      beginAttempt: () => ({ ...ofExam(), agreed: true }),
      openAttempt: () => ({ attemptId, deviceId: newId() }),
      saveResponses: () => ({
        attemptId,
        deviceId: newId(),
        entries: [{ seq: 1, itemId: world.itemId, kind: 'flag', value: true, clientAt: '2026-01-05T00:00:00.000Z' }],
      }),
      getClock: () => ({ attemptId }),
      submitAttempt: () => ({ attemptId, deviceId: newId(), lastSeq: 0 }),
      listAttempts: () => ({ organization, page: 1 }),
      cancelAttempt: () => ({ attemptId, reason }),
      getPortfolio: ofPortfolio,
      addPiece: () => ({ ...ofPortfolio(), fileId: newId(), ...piece }),
      updatePiece: () => ({ pieceId: world.pieceId, ...piece }),
      removePiece: () => ({ pieceId: world.pieceId }),
      submitPortfolio: ofPortfolio,
      // The program of the matrix has no course: whoever may call is told so.
      getCourse: ofPortfolio,
      recordModule: () => ({ ...ofPortfolio(), module: 'no-such-module' }),
    },
    scoring: {
      listRatings: () => ({ organization, page: 1 }),
      getRating: () => ({ ratingId }),
      saveRating: () => ({ ratingId, marks: [] }),
      submitRating: () => ({ ratingId, marks: [] }),
      listResults: () => ({ organization, page: 1, waiting: 'false' }),
      releaseResults: () => ({ organization, resultIds: [world.resultId] }),
      getScoreReport: ofCandidacy,
      getScoreReportPdf: ofCandidacy,
    },
    ...credentialInputs(world),
    renewals: {
      chooseRenewalRoute: () => ({ candidacyId, route: 'no-such-route' }),
      logEducation: () => ({
        candidacyId,
        title: 'A workshop',
        provider: 'A provider',
        hours: 1,
        completedOn: '2026-01-05',
        fileIds: [newId()],
      }),
      judgeEducation: () => ({ candidacyId, entryId: newId(), verdict: 'accepted', reason }),
      submitRenewal: () => ({ candidacyId, signedName: 'Demo Person' }),
      approveRenewal: () => ({ candidacyId, reason }),
      listRenewalDraws: () => ({ organization, page: 1 }),
    },
    guide: {
      readInterview: () => ({ answers: {} }),
      makePlan: () => ({ programId, years: 3, retakes: 0, tuition: 'none' }),
      getPlanPdf: () => ({ programId, years: 3, retakes: 0, tuition: 'none' }),
      getPlanCalendar: () => ({ programId, years: 3, retakes: 0, tuition: 'none' }),
      getPractice: () => ({ programId }),
      scorePractice: () => ({ programId, responses: {} }),
    },
    rehearsals: {
      openRehearsal: () => ({ programId: 'no-such-program' }),
      moveClock: () => ({ organization, to: soon() }),
      settle: inOrganization,
    },
  };
};
