import { bind } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { registryContract } from './contract.ts';
import { searchRegister } from './register.ts';
import { verifyByNumber, verifyDocument } from './verify.ts';

export const registryRoutes = (platform: Platform) =>
  bind(platform.plumbing, 'registry', registryContract, {
    verifyByNumber: ({ number }, call) => verifyByNumber(call.trx, platform, number),
    verifyDocument: ({ document }, call) => verifyDocument(call.trx, platform, document, call.now),
    searchRegister: ({ query, page }, call) => searchRegister(call.trx, query, page),
  });
