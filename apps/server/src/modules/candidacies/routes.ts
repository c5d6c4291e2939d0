import type { Standing } from '@testamur/program';
import { bind, type Call, scopeOf, viewerOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { keepAnswers } from './answers.ts';
import { requestAccommodation } from './commands/accommodation.ts';
import { beginCandidacy } from './commands/begin.ts';
import { chooseBundle, declareRegion } from './commands/circumstances.ts';
import { setListing, withdrawCandidacy } from './commands/ends.ts';
import { claimMembership } from './commands/membership.ts';
import { saveSection } from './commands/sections.ts';
import { submitApplication } from './commands/submit.ts';
import { decideAccommodation, judgeMembership, judgeRequirement } from './commands/verdicts.ts';
import { claimWork, releaseWork } from './commands/work-claims.ts';
import { candidaciesContract } from './contract.ts';
import { downloadFile, uploadFile } from './file-routes.ts';
import { getMemberRoll, importMemberRoll } from './member-roll.ts';
import { getApplicationPdf } from './queries/application-pdf.ts';
import { getCandidacyDetail } from './queries/detail.ts';
import { listMyCandidacies } from './queries/mine.ts';
import { getQueue, listQueues, type QueueReader } from './queries/queues.ts';
import { getRefundTerms } from './queries/refund-terms.ts';
import { searchCandidacies } from './queries/search.ts';
import { claimOf } from './rules/claims.ts';
import { withoutOpinions } from './rules/without-opinions.ts';
import { statementRoutes } from './statement-routes.ts';

/** What modules above this one know and this one has to ask. */
export interface CandidaciesDeps {
  /** Who was asked to rate work of this candidate. They may open its files and find it in the queue of ratings. */
  listExaminersOf: QueueReader['listExaminersOf'];
}

/** What an act of the candidate has led to, as the candidate may see it. */
const ownChange = (standing: Standing) => ({ standing: withoutOpinions(standing) });

export const candidaciesRoutes = (platform: Platform, { listExaminersOf }: CandidaciesDeps) => {
  const readerOf = (call: Call): QueueReader => ({
    personId: viewerOf(call).personId,
    parties: call.parties,
    listExaminersOf,
  });
  return bind(platform.plumbing, 'candidacies', candidaciesContract, {
    ...statementRoutes(platform),
    beginCandidacy: async ({ programId, track, answers }, call) => {
      const begun = await beginCandidacy(scopeOf(call), viewerOf(call).personId, programId, track);
      if (answers !== undefined) await keepAnswers(scopeOf(call), begun.candidacyId, answers);
      call.note({ candidacyId: begun.candidacyId, ...(track === undefined ? {} : { track }) });
      return begun;
    },
    declareRegion: async ({ candidacyId, region }, call) => {
      call.note({ region });
      return ownChange(await declareRegion(scopeOf(call), candidacyId, region));
    },
    chooseBundle: async ({ candidacyId, bundle }, call) => {
      call.note({ bundle });
      return ownChange(await chooseBundle(scopeOf(call), candidacyId, bundle));
    },
    listMyCandidacies: (_input, call) => listMyCandidacies(call.trx, platform.clock, viewerOf(call).personId),
    getCandidacy: ({ candidacyId }, call) => getCandidacyDetail(scopeOf(call), call, candidacyId),
    saveSection: async ({ candidacyId, requirement, claim }, call) => {
      call.note({ requirement });
      return ownChange(await saveSection(scopeOf(call), candidacyId, requirement, claimOf(claim)));
    },
    claimMembership: async ({ candidacyId, payerClass, memberNumber }, call) => {
      call.note({ payerClass, claimed: memberNumber !== null });
      call.notePersonal({ memberNumber });
      return ownChange(await claimMembership(scopeOf(call), candidacyId, payerClass, memberNumber));
    },
    requestAccommodation: async ({ candidacyId, request }, call) => {
      call.notePersonal({ request });
      return ownChange(await requestAccommodation(scopeOf(call), candidacyId, request));
    },
    uploadFile: (input, call) => uploadFile(platform, call, input),
    downloadFile: ({ fileId }, call) => downloadFile(platform, call, fileId, listExaminersOf),
    submitApplication: async ({ candidacyId, listed }, call) => {
      call.note({ listed });
      return ownChange(await submitApplication(scopeOf(call), viewerOf(call), candidacyId, listed));
    },
    setListing: async ({ candidacyId, listed }, call) => {
      call.note({ listed });
      return ownChange(await setListing(scopeOf(call), candidacyId, listed));
    },
    withdrawCandidacy: async ({ candidacyId, reason }, call) => {
      call.notePersonal({ reason });
      return ownChange(await withdrawCandidacy(scopeOf(call), candidacyId, reason));
    },
    getApplicationPdf: ({ candidacyId }, call) => getApplicationPdf(platform, scopeOf(call), call, candidacyId),
    getRefundTerms: ({ candidacyId }, call) => getRefundTerms(scopeOf(call), candidacyId),
    listQueues: (_input, call) => listQueues(scopeOf(call), readerOf(call)),
    getQueue: (input, call) => getQueue(scopeOf(call), readerOf(call), input),
    searchCandidacies: (input, call) => searchCandidacies(scopeOf(call), input),
    claimCandidacy: async ({ candidacyId, claimed }, call) => {
      call.note({ claimed });
      if (claimed) await claimWork(scopeOf(call), viewerOf(call), candidacyId);
      else {
        const ofAnyone = call.parties.has('program-manager');
        await releaseWork(scopeOf(call), viewerOf(call), candidacyId, { ofAnyone });
      }
      return { ok: true };
    },
    judgeRequirement: async ({ candidacyId, ...verdict }, call) => {
      call.note({ requirement: verdict.requirement, verdict: verdict.verdict });
      call.notePersonal({ reason: verdict.reason });
      return { standing: await judgeRequirement(scopeOf(call), viewerOf(call), candidacyId, verdict) };
    },
    judgeMembership: async ({ candidacyId, ...verdict }, call) => {
      call.note({ verified: verdict.verified });
      call.notePersonal({ reason: verdict.reason });
      return { standing: await judgeMembership(scopeOf(call), viewerOf(call), candidacyId, verdict) };
    },
    decideAccommodation: async ({ candidacyId, ...decision }, call) => {
      call.note({ granted: decision.granted, timeMultiplier: decision.timeMultiplier });
      call.notePersonal({ reason: decision.reason });
      return { standing: await decideAccommodation(scopeOf(call), viewerOf(call), candidacyId, decision) };
    },
    importMemberRoll: async ({ payerClass, csv }, call) => {
      const imported = await importMemberRoll(scopeOf(call), viewerOf(call).personId, payerClass, csv);
      call.note({ payerClass, ...imported });
      return imported;
    },
    getMemberRoll: ({ payerClass }, call) => getMemberRoll(scopeOf(call), payerClass),
  });
};
