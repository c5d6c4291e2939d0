import { configDefaults, defineConfig } from 'vitest/config';

/** Pure rules: no database, no files, no clock. */
const unit = [
  'packages/**/*.test.ts',
  'architecture/**/*.test.ts',
  'apps/**/*.unit.test.ts',
  'apps/server/src/**/rules.test.ts',
  'apps/server/src/kernel/**/*.test.ts',
  'apps/server/src/modules/*/rules/*.test.ts',
  'apps/web/app/**/*.test.ts',
  'scripts/**/*.unit.test.mjs',
];

/** Properties draw the same cases in every run; FAST_CHECK_SEED draws others. */
const setupFiles = ['scripts/vitest-setup.ts'];

export default defineConfig({
  test: {
    // Time limits end what hangs, and are no measure of speed: machines are busy. Two workers: the machines that run this have two cores, and PostgreSQL wants some of them.
    maxWorkers: 2,
    projects: [
      { test: { name: 'unit', include: unit, setupFiles, testTimeout: 60_000 } },
      {
        test: {
          name: 'integration',
          include: ['apps/server/src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...unit],
          setupFiles,
          pool: 'forks',
          globalSetup: ['apps/server/src/platform/testing/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Whole journeys in a real browser, one after the other, on one server that is started once.
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          pool: 'forks',
          globalSetup: ['e2e/support/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
