import { execFile } from 'node:child_process';
import { expect, inject, test } from 'vitest';
import { node, root } from './support/start-server.ts';

interface Step {
  readonly action: string;
  readonly ok: boolean;
  readonly detail: string;
}

interface Life {
  readonly kind: 'life' | 'failure';
  readonly ok: boolean;
  readonly steps: readonly Step[];
  readonly milestones: readonly { readonly title: string }[];
}

interface Told {
  readonly ok: boolean;
  readonly programs: readonly {
    readonly program: string;
    readonly lives: readonly Life[];
    readonly particulars: readonly { readonly id: string; readonly evidence: unknown }[];
  }[];
}

const limitMs = 540_000;

const rehearse = (...words: readonly string[]): Promise<{ code: number; told: unknown }> =>
  new Promise((resolve, reject) => {
    const args = ['apps/cli/bin/testamur.mjs', 'rehearse', ...words, '--url', inject('baseUrl'), '--json'];
    const options = { cwd: root, timeout: limitMs, maxBuffer: 50_000_000 };
    execFile(node, args, options, (error, out, err) => {
      const code = error === null ? 0 : Number(error.code ?? 1);
      if (out.trim() === '') reject(new Error(`The rehearsal told nothing and ended with code ${code}.\n${err}`));
      else resolve({ code, told: JSON.parse(out) });
    });
  });

test('every program holds a life from the application to its end, and what most likely goes wrong in it', {
  timeout: limitMs,
}, async () => {
  const { code, told } = await rehearse('--all');
  const { ok, programs } = told as Told;
  const lives = programs.flatMap((one) => one.lives.map((life) => ({ program: one.program, ...life })));
  const failed = lives.flatMap(({ program, kind, steps }) =>
    steps.filter((step) => !step.ok).map(({ action, detail }) => `${program}, ${kind}: ${action}: ${detail}`),
  );
  expect(failed).toEqual([]);
  expect({ code, ok }).toEqual({ code: 0, ok: true });
  expect(programs.length).toBeGreaterThan(10);
  for (const { program, lives: own, particulars } of programs) {
    expect([program, own.map(({ kind }) => kind)]).toEqual([program, ['life', 'failure']]);
    const titles = own[0]?.milestones.map(({ title }) => title) ?? [];
    expect(titles).toEqual(expect.arrayContaining(['Certified', expect.stringMatching(/^Renewed/), 'Expired']));
    expect(particulars.length).toBeGreaterThan(2);
    expect(particulars.every(({ evidence }) => evidence !== undefined)).toBe(true);
  }
});

test('a program that is not there ends with a word about it, and not with success', async () => {
  const { code, told } = await rehearse('no-such-program');
  expect({ succeeds: code === 0, ok: (told as Life).ok }).toEqual({ succeeds: false, ok: false });
});
