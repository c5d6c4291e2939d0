import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { allowAddressesOf } from './protocol/library.ts';
import { walletRoutes } from './protocol/server.ts';
import { createRate } from './rate.ts';
import { walletsRoutes } from './routes.ts';
import { walletSchedules } from './sweep.ts';

export const walletsModule = (platform: Platform): ModuleParts => {
  allowAddressesOf(platform.config.PUBLIC_URL);
  return {
    name: 'wallets',
    procedures: walletsRoutes(platform),
    routes: walletRoutes(platform, createRate()),
    schedules: walletSchedules(platform),
  };
};
