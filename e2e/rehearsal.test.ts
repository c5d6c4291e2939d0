import { execFile } from 'node:child_process';
import { expect, inject, test } from 'vitest';
import { node, root } from './support/start-server.ts';

interface Step {
  readonly action: string;
  readonly ok: boolean;
  readonly detail: string;
}

interface Rehearsed {
  readonly ok: boolean;
  readonly steps: readonly Step[];
}

const limitMs = 120_000;

const rehearse = (program: string): Promise<{ code: number; told: Rehearsed }> =>
  new Promise((resolve, reject) => {
    const args = ['apps/cli/bin/testamur.mjs', 'rehearse', program, '--url', inject('baseUrl'), '--json'];
    execFile(node, args, { cwd: root, timeout: limitMs, maxBuffer: 10_000_000 }, (error, out, err) => {
      const code = error === null ? 0 : Number(error.code ?? 1);
      if (out.trim() === '') reject(new Error(`The rehearsal told nothing and ended with code ${code}.\n${err}`));
      else resolve({ code, told: JSON.parse(out) as Rehearsed });
    });
  });

test('a whole life by the clock of a rehearsal: applied, certified, reminded, renewed, expired', async () => {
  const { code, told } = await rehearse('calt');
  expect(told.steps.filter(({ ok }) => !ok)).toEqual([]);
  expect({ code, ok: told.ok }).toEqual({ code: 0, ok: true });
  const actions = told.steps.map(({ action }) => action).join('\n');
  for (const turn of [/renew/i, /expired/i, /audit chain/i, /ledger/i]) expect(actions).toMatch(turn);
  expect(told.steps.length).toBeGreaterThan(50);
});

test('a program that is not there ends with a word about it, and not with success', async () => {
  const { code, told } = await rehearse('no-such-program');
  expect({ succeeds: code === 0, ok: told.ok }).toEqual({ succeeds: false, ok: false });
});
