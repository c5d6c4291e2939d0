import { bind, mayBeCached, scopeOf, viewerOf } from '../../platform/http/index.ts';
import { createPictures } from '../../platform/pictures/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { credentialingContract } from './contract.ts';
import { recordDecision } from './decide.ts';
import { getBadge } from './downloads/badge/badge.ts';
import { getCardPdf, getCertificatePdf, getCredentialDocument } from './downloads/certificate.ts';
import { getVerificationLetter } from './downloads/letter.ts';
import { getMyRecord } from './downloads/record.ts';
import { getCredentialJwt, shareParts } from './downloads/tokens.ts';
import { getHostedAssertion, getHostedBadgeClass, getHostedIssuer, getHostedPicture } from './hosted/badges.ts';
import { agreeToMark, getMark } from './mark/mark.ts';
import { getCredentialDetail } from './queries/detail.ts';
import { listCredentials } from './queries/list.ts';
import { listMyCredentials } from './queries/mine.ts';
import { getReissue, listReissues } from './queries/reissues.ts';
import { listIssuances } from './queries/waiting.ts';
import { beginReissue, stopReissue } from './reissue/begin.ts';
import { countSigned } from './reissue/withdraw.ts';
import { answerRevocation, requestRevocation } from './revoke.ts';
import { createShareLink, endShareLink, listShareLinks } from './sharing/links.ts';
import { sendCredential } from './sharing/send.ts';
import { readStatusList } from './status/read.ts';
import { surrenderCredential } from './surrender.ts';
import { reinstateCredential, suspendCredential } from './suspend.ts';

const done = { ok: true } as const;

export const credentialingRoutes = (platform: Platform) => {
  const { plumbing, config, clock } = platform;
  const pictures = createPictures();
  return bind(plumbing, 'credentialing', credentialingContract, {
    recordDecision: async ({ candidacyId, outcome, reason }, call) => {
      call.note({ outcome });
      call.notePersonal({ reason });
      await recordDecision(scopeOf(call), { candidacyId, outcome, reason, byPersonId: viewerOf(call).personId });
      return done;
    },
    listMyCredentials: (_input, call) => listMyCredentials(call.trx, clock, viewerOf(call).personId),
    getCredential: ({ credentialId }, call) =>
      getCredentialDetail(scopeOf(call), config.PUBLIC_URL, credentialId, {
        seesRequests: call.parties.has('program-manager') || call.parties.has('auditor'),
      }),
    getCertificatePdf: ({ credentialId }, call) => getCertificatePdf(platform, scopeOf(call), credentialId),
    getCardPdf: ({ credentialId }, call) => getCardPdf(platform, scopeOf(call), credentialId),
    getCredentialDocument: ({ credentialId }, call) => getCredentialDocument(scopeOf(call), credentialId),
    getCredentialJwt: ({ credentialId }, call) => getCredentialJwt(scopeOf(call), config, credentialId),
    getBadge: ({ credentialId, form }, call) => getBadge(pictures, scopeOf(call), credentialId, form),
    getVerificationLetter: (input, call) => getVerificationLetter(platform, scopeOf(call), input),
    shareParts: async (input, call) => ({ token: await shareParts(scopeOf(call), config, input) }),
    getMyRecord: (_input, call) => getMyRecord(scopeOf(call), config, viewerOf(call).personId),
    getHostedAssertion: async ({ credentialId }, call) =>
      (await getHostedAssertion(scopeOf(call), config, credentialId)).assertion,
    getHostedBadgeClass: (input, call) => {
      mayBeCached(call);
      return getHostedBadgeClass(scopeOf(call), config, input);
    },
    getHostedPicture: (input, call) => getHostedPicture(pictures, scopeOf(call), input),
    getHostedIssuer: async (_input, call) => {
      mayBeCached(call);
      return getHostedIssuer(scopeOf(call), config);
    },
    agreeToMark: async ({ credentialId, signedName }, call) => {
      call.notePersonal({ signedName });
      await agreeToMark(scopeOf(call), { credentialId, signedName });
      return done;
    },
    getMark: (input, call) => getMark(pictures, scopeOf(call), input),
    createShareLink: async (input, call) => {
      const { showsNumber, showsHistory, days = null } = input;
      const made = await createShareLink(scopeOf(call), config.PUBLIC_URL, input);
      call.note({ linkId: made.linkId, days, showsNumber, showsHistory });
      return made;
    },
    listShareLinks: ({ credentialId }, call) => listShareLinks(scopeOf(call), credentialId),
    sendCredential: async (input, call) => {
      call.note({ toOther: input.to !== undefined });
      call.notePersonal({ to: input.to ?? '' });
      await sendCredential(scopeOf(call), config.PUBLIC_URL, input);
      return done;
    },
    endShareLink: async (input, call) => {
      call.note({ linkId: input.linkId });
      await endShareLink(scopeOf(call), input);
      return done;
    },
    listCredentials: ({ query, page }, call) => listCredentials(scopeOf(call), query, page),
    suspendCredential: async ({ credentialId, reason }, call) => {
      call.notePersonal({ reason });
      await suspendCredential(scopeOf(call), { credentialId, reason, byPersonId: viewerOf(call).personId });
      return done;
    },
    reinstateCredential: async ({ credentialId, reason }, call) => {
      call.notePersonal({ reason });
      await reinstateCredential(scopeOf(call), { credentialId, reason, byPersonId: viewerOf(call).personId });
      return done;
    },
    surrenderCredential: async ({ credentialId, number, retired }, call) => {
      call.note({ retired });
      await surrenderCredential(scopeOf(call), { credentialId, number, retired, personId: viewerOf(call).personId });
      return done;
    },
    requestRevocation: async ({ credentialId, number, reason }, call) => {
      call.notePersonal({ reason });
      await requestRevocation(scopeOf(call), { credentialId, number, reason, byPersonId: viewerOf(call).personId });
      return done;
    },
    confirmRevocation: async ({ credentialId, confirm }, call) => {
      call.note({ confirm });
      await answerRevocation(scopeOf(call), { credentialId, confirm, byPersonId: viewerOf(call).personId });
      return done;
    },
    listIssuances: (_input, call) => listIssuances(scopeOf(call)),
    countSignedByKey: async ({ keyId }, call) => ({ signed: await countSigned(scopeOf(call), keyId) }),
    listReissues: (_input, call) => listReissues(scopeOf(call)),
    getReissue: ({ reissueId }, call) => getReissue(scopeOf(call), reissueId),
    startReissue: async ({ keyId }, call) => {
      call.note({ keyId });
      return beginReissue(scopeOf(call), { keyId, byPersonId: viewerOf(call).personId });
    },
    stopReissue: async ({ reissueId }, call) => {
      call.note({ reissueId });
      await stopReissue(scopeOf(call), reissueId, viewerOf(call).personId);
      return done;
    },
    getStatusList: async ({ listId }, call) => {
      mayBeCached(call);
      return { ...(await readStatusList(scopeOf(call), config, listId)) };
    },
  });
};
