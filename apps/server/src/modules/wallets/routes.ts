import { bind, scopeOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { walletsContract } from './contract.ts';
import { listWalletDeliveries } from './deliveries.ts';
import { createWalletOffer } from './offers.ts';

export const walletsRoutes = (platform: Platform) =>
  bind(platform.plumbing, 'wallets', walletsContract, {
    createWalletOffer: ({ credentialId, format }, call) => {
      call.note({ format });
      return createWalletOffer(scopeOf(call), platform, { credentialId, format });
    },
    listWalletDeliveries: ({ credentialId }, call) => listWalletDeliveries(scopeOf(call), credentialId),
  });
