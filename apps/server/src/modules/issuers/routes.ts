import { bind, mayBeCached, scopeOf, viewerOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { confirmKeyCompromise, reportKeyCompromise } from './compromise.ts';
import { issuersContract } from './contract.ts';
import { issuerDocument } from './document.ts';
import { getKeyIncident, listIssuerKeys } from './queries.ts';
import { confirmKeyRotation, requestKeyRotation } from './rotate.ts';

const done = { ok: true } as const;

export const issuersRoutes = ({ plumbing, config }: Platform) =>
  bind(plumbing, 'issuers', issuersContract, {
    getIssuerDocument: async (_input, call) => {
      mayBeCached(call);
      return { ...(await issuerDocument(scopeOf(call), config)) };
    },
    listIssuerKeys: (_input, call) => listIssuerKeys(scopeOf(call), config),
    requestKeyRotation: async ({ fingerprint, algorithm, reason }, call) => {
      call.notePersonal({ reason });
      const byPersonId = viewerOf(call).personId;
      const key = await requestKeyRotation(scopeOf(call), { fingerprint, algorithm, reason, byPersonId });
      call.note({ keyId: key.id, fingerprint: key.fingerprint, algorithm });
      return done;
    },
    confirmKeyRotation: async ({ confirm }, call) => {
      const byPersonId = viewerOf(call).personId;
      const made = await confirmKeyRotation(scopeOf(call), config, { byPersonId, confirm });
      call.note({ confirm, ...made });
      return done;
    },
    reportKeyCompromise: async ({ keyId, fingerprint, reason }, call) => {
      call.notePersonal({ reason });
      const byPersonId = viewerOf(call).personId;
      const key = await reportKeyCompromise(scopeOf(call), { keyId, fingerprint, reason, byPersonId });
      call.note({ keyId, fingerprint: key.fingerprint });
      return done;
    },
    confirmKeyCompromise: async ({ keyId, confirm }, call) => {
      const byPersonId = viewerOf(call).personId;
      const made = await confirmKeyCompromise(scopeOf(call), config, { keyId, byPersonId, confirm });
      call.note({ keyId, confirm, ...(made?.newKeyId === undefined ? {} : { newKeyId: made.newKeyId }) });
      return done;
    },
    getKeyIncident: ({ keyId }, call) => getKeyIncident(scopeOf(call), config, keyId),
  });
