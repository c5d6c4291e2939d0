import type { ContractRouterClient } from '@orpc/contract';
import { auditContract } from './modules/audit/contract.ts';
import { billingContract } from './modules/billing/contract.ts';
import { candidaciesContract } from './modules/candidacies/contract.ts';
import { credentialingContract } from './modules/credentialing/contract.ts';
import { deliveryContract } from './modules/delivery/contract.ts';
import { evidenceContract } from './modules/evidence/contract.ts';
import { guideContract } from './modules/guide/contract.ts';
import { identityContract } from './modules/identity/contract.ts';
import { issuersContract } from './modules/issuers/contract.ts';
import { itemBankContract } from './modules/item-bank/contract.ts';
import { notificationsContract } from './modules/notifications/contract.ts';
import { programsContract } from './modules/programs/contract.ts';
import { registryContract } from './modules/registry/contract.ts';
import { rehearsalsContract } from './modules/rehearsals/contract.ts';
import { renewalsContract } from './modules/renewals/contract.ts';
import { schedulingContract } from './modules/scheduling/contract.ts';
import { scoringContract } from './modules/scoring/contract.ts';
import { walletsContract } from './modules/wallets/contract.ts';

/** Everything that anyone can do. The API, its document, the clients and the authorization tests are made from this. */
export const contract = {
  identity: identityContract,
  issuers: issuersContract,
  audit: auditContract,
  notifications: notificationsContract,
  programs: programsContract,
  billing: billingContract,
  itemBank: itemBankContract,
  candidacies: candidaciesContract,
  scheduling: schedulingContract,
  delivery: deliveryContract,
  scoring: scoringContract,
  credentialing: credentialingContract,
  registry: registryContract,
  renewals: renewalsContract,
  wallets: walletsContract,
  evidence: evidenceContract,
  guide: guideContract,
  rehearsals: rehearsalsContract,
};

/** The typed client, in-process on the server and over HTTP elsewhere. */
export type Api = ContractRouterClient<typeof contract>;

export { type Party, type Policy, type Role, roles } from './platform/operations/index.ts';
