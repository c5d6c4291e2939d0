import { bind, type Plumbing, scopeOf } from '../../platform/http/index.ts';
import { auditContract } from './contract.ts';
import { exportEntries, listEntries, verifyChain } from './queries.ts';

export const auditProcedures = (plumbing: Plumbing) =>
  bind(plumbing, 'audit', auditContract, {
    listEntries: ({ page, action }, call) => listEntries(scopeOf(call), { page, action }),
    verifyChain: (_input, call) => verifyChain(scopeOf(call)),
    exportEntries: (_input, call) => exportEntries(scopeOf(call)),
  });
