import { expect, test } from 'vitest';
import { belongs } from './site.mjs';

test('the site is built anew for its own sources, the packages, and the contracts of the server', () => {
  for (const file of [
    'apps/web/app/root.tsx',
    'apps/web/public/icon.svg',
    'packages/qti/src/index.ts',
    'apps/server/src/contract.ts',
    'apps/server/src/modules/identity/contract.ts',
    'apps/server/src/modules/identity/contract/account.ts',
    'apps/server/src/platform/operations/parties.ts',
    'apps/server/src/kernel/money.ts',
    'package-lock.json',
  ]) {
    expect(belongs(file), file).toBe(true);
  }
});

test('it is not built anew for what it does not hold', () => {
  for (const file of [
    'apps/server/src/modules/identity/commands.ts',
    'apps/server/src/main.ts',
    'apps/web/app/theme/contrast.test.ts',
    'apps/web/README.md',
  ]) {
    expect(belongs(file), file).toBe(false);
  }
});
