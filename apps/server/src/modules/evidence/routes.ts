import { bind, type Call, scopeOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { evidenceContract } from './contract.ts';
import { evidenceFile } from './export.ts';
import { getEvidenceChain } from './get-chain.ts';
import type { Reader } from './rules/sight.ts';

/** Who works for the organization sees of their own credential what any holder sees. */
const readerOf = ({ parties }: Pick<Call, 'parties'>): Reader => (parties.has('owner') ? 'holder' : 'staff');

export const evidenceRoutes = ({ plumbing }: Platform) =>
  bind(plumbing, 'evidence', evidenceContract, {
    getEvidenceChain: ({ credentialId }, call) => getEvidenceChain(scopeOf(call), credentialId, readerOf(call)),
    exportEvidenceChain: async ({ credentialId }, call) => {
      const chain = await getEvidenceChain(scopeOf(call), credentialId, readerOf(call));
      return evidenceFile(chain.number, chain);
    },
  });
