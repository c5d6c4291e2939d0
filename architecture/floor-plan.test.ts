import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { floors } from './floor-plan.ts';
import { readSources, type SourceFile } from './imports.ts';
import {
  findFloorViolations,
  findLongFiles,
  findNamedPrograms,
  findPlatformViolations,
  findPurityViolations,
  findWebViolations,
} from './rules.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['apps', 'packages', 'architecture', 'bench', 'e2e', 'scripts'].flatMap((folder) =>
  readSources(root, folder),
);
const programIds = readdirSync(`${root}programs`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const planted = (path: string, text: string): SourceFile[] => [{ path, text }];

describe('the floor plan', () => {
  it('is read from real files', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(programIds.length).toBeGreaterThan(0);
  });

  it('names every module that stands', () => {
    const standing = readdirSync(`${root}apps/server/src/modules`).sort();
    expect(floors.flat().toSorted()).toEqual(standing);
  });

  it('lets calls go down only, and only through the door', () => {
    expect(findFloorViolations(files)).toEqual([]);
  });

  it('bites when a module calls up, past the door, or stands on no floor', () => {
    const from = 'apps/server/src/modules/billing/commands.ts';
    expect(findFloorViolations(planted(from, "import { x } from '../scoring/index.ts';"))).toHaveLength(1);
    expect(findFloorViolations(planted(from, "import type { x } from '../programs/index.ts';"))).toHaveLength(1);
    expect(findFloorViolations(planted(from, "export { x } from '../audit/store.ts';"))).toHaveLength(1);
    expect(findFloorViolations(planted(from, "import { x } from '../audit/index.ts';"))).toEqual([]);
    expect(findFloorViolations(planted('apps/server/src/modules/attic/index.ts', ''))).toHaveLength(1);
  });
});

describe('the platform and the kernel', () => {
  it('know no domain', () => {
    expect(findPlatformViolations(files)).toEqual([]);
  });

  it('bite when they import a module', () => {
    const text = "import { x } from '../../modules/audit/index.ts';";
    expect(findPlatformViolations(planted('apps/server/src/platform/db/x.ts', text))).toHaveLength(1);
    expect(findPlatformViolations(planted('apps/server/src/kernel/x.ts', "import pg from 'pg';"))).toHaveLength(1);
  });
});

describe('the web', () => {
  it('sees contracts and pure packages only', () => {
    expect(findWebViolations(files)).toEqual([]);
  });

  it('bites when a page reaches into the server', () => {
    const page = 'apps/web/app/features/x/page.tsx';
    expect(findWebViolations(planted(page, "import { db } from '@testamur/server/db';"))).toHaveLength(1);
    expect(findWebViolations(planted(page, "import { x } from '../../../../server/src/context.ts';"))).toHaveLength(1);
  });
});

describe('published packages', () => {
  it('are pure: no I/O, no clock, no chance', () => {
    expect(findPurityViolations(files)).toEqual([]);
  });

  it('bite when one reads a file, the clock, or a neighbor', () => {
    const path = 'packages/program/src/x.ts';
    expect(findPurityViolations(planted(path, "import { readFile } from 'node:fs/promises';"))).toHaveLength(1);
    expect(findPurityViolations(planted(path, 'const now = Date.now();'))).toHaveLength(1);
    expect(findPurityViolations(planted(path, "import { x } from '@testamur/qti';"))).toHaveLength(1);
    expect(findPurityViolations(planted(path, '// never Date.now() here'))).toEqual([]);
  });
});

describe('the code', () => {
  it('names no program', () => {
    expect(findNamedPrograms(files, programIds)).toEqual([]);
  });

  it('bites when a program is named', () => {
    const id = programIds[0] ?? '';
    expect(findNamedPrograms(planted('apps/server/src/x.ts', `if (program === '${id}') {}`), programIds)).toHaveLength(
      1,
    );
  });

  it('has no file over the limit', () => {
    expect(findLongFiles(files)).toEqual([]);
  });

  it('bites when a file is too long', () => {
    expect(findLongFiles(planted('apps/x.ts', '\n'.repeat(301)))).toHaveLength(1);
  });
});
