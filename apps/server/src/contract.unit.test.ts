import type { AnyContractProcedure } from '@orpc/contract';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from './contract.ts';
import { operation } from './platform/operations/operation.ts';

/** What nothing may be kept of: short secrets are guessed from a hash of them within minutes. */
const secretName = /password|cardNumber|secret|backupCodes|(?<!page)token$/i;
/** Long and random, and used up by the operation itself. */
const usedUp = new Set(['identity.verifyEmail', 'identity.acceptInvitation']);

const namesIn = (schema: unknown, io: 'input' | 'output'): readonly string[] => {
  const names: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('properties' in value && typeof value.properties === 'object')
      names.push(...Object.keys(value.properties ?? {}));
    for (const member of Object.values(value)) walk(member);
  };
  if (schema instanceof z.ZodType) walk(z.toJSONSchema(schema, { io, unrepresentable: 'any' }));
  return names;
};

const leaks = ({ '~orpc': definition }: AnyContractProcedure): boolean => {
  const { meta, inputSchema, outputSchema } = definition as typeof definition & {
    meta: { command?: boolean; secret?: boolean };
    inputSchema?: unknown;
    outputSchema?: unknown;
  };
  if (!meta.command || meta.secret) return false;
  return [...namesIn(inputSchema, 'input'), ...namesIn(outputSchema, 'output')].some((name) => secretName.test(name));
};

test('no command keeps a password, a card number or a session token for a repeated Idempotency-Key', () => {
  const leaking = Object.entries(contract).flatMap(([module, operations]) =>
    Object.entries(operations).flatMap(([name, procedure]) => {
      const full = `${module}.${name}`;
      return leaks(procedure as AnyContractProcedure) && !usedUp.has(full) ? [full] : [];
    }),
  );
  expect(leaking).toEqual([]);
});

test('one that would is found', () => {
  const spec = {
    path: '/x',
    tag: 'X',
    summary: 'X',
    policy: { allow: ['anyone'], tenancy: { from: 'none' } },
  } as const;
  const planted = operation({ ...spec, method: 'POST' })
    .input(z.strictObject({ inner: z.array(z.strictObject({ newPassword: z.string() })) }))
    .output(z.object({}));
  expect(leaks(planted)).toBe(true);
});
