import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['packages/**/*.test.ts', 'architecture/**/*.test.ts', 'apps/**/*.unit.test.ts', 'apps/server/src/**/rules.test.ts', 'apps/server/src/kernel/**/*.test.ts', 'apps/server/src/modules/*/rules/*.test.ts', 'apps/web/app/**/*.test.ts'] } },
    ],
  },
});
