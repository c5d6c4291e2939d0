import { bind, scopeOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { moveClock, settle } from './clock.ts';
import { rehearsalsContract } from './contract.ts';
import { openRehearsal } from './open.ts';

export const rehearsalsRoutes = (platform: Platform) =>
  bind(platform.plumbing, 'rehearsals', rehearsalsContract, {
    openRehearsal: (input, call) => openRehearsal(platform, call, input),
    moveClock: async ({ to }, call) => {
      const moved = await moveClock(scopeOf(call), platform.plumbing.now(undefined), new Date(to));
      call.note({ from: call.now.toISOString(), to: moved.now });
      return moved;
    },
    settle: (_input, call) => settle(platform, scopeOf(call)),
  });
