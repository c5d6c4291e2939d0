import { createRate } from '../../platform/http/index.ts';
import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { allowAddressesOf } from './protocol/library.ts';
import { walletRoutes } from './protocol/server.ts';
import { walletsRoutes } from './routes.ts';
import { walletSchedules } from './sweep.ts';

/** A delivery takes five or six requests; an office full of new holders stays below it. */
const mostInAMinute = 240;

export const walletsModule = (platform: Platform): ModuleParts => {
  allowAddressesOf(platform.config.PUBLIC_URL);
  return {
    name: 'wallets',
    procedures: walletsRoutes(platform),
    routes: walletRoutes(platform, createRate({ mostInAMinute })),
    schedules: walletSchedules(platform),
  };
};
