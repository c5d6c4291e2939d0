import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings } from './config.ts';
import { describeConfiguration } from './documentation.ts';
import { variableList } from './variables.ts';

describe('reading the environment', () => {
  test('works without a single variable', () => {
    expect(readSettings({})).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      PUBLIC_URL: 'http://localhost:3000',
      DATA_DIR: path.resolve('data'),
      DATABASE_CONNECTIONS: 20,
      ISSUER_KEYS: 'sealed',
      ISSUER_KEY_WAIT_MINUTES: 60,
      STATUS_LIST_HOURS: 6,
      WORKERS: 4,
      DEMO: true,
      TRUST_PROXY: false,
      LOG_LEVEL: 'info',
      NODE_ENV: 'production',
    });
  });

  test('takes an empty value for an absent one', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ' })).toEqual(readSettings({}));
  });

  test('seeds no demonstration into a database of your own, unless told to', () => {
    const DATABASE_URL = 'postgres://owner:pw@db/testamur';
    expect(readSettings({ DATABASE_URL }).DEMO).toBe(false);
    expect(readSettings({ DATABASE_URL, DEMO: 'yes' }).DEMO).toBe(true);
  });

  test('the public address follows the port and loses its final slash', () => {
    expect(readSettings({ PORT: '8080' }).PUBLIC_URL).toBe('http://localhost:8080');
    expect(readSettings({ PUBLIC_URL: 'https://certs.example.org/' }).PUBLIC_URL).toBe('https://certs.example.org');
  });
});

describe('a bad value stops the start:', () => {
  test.each([
    ['PORT', 'http', 'PORT is "http"; it must be a port number from 1 to 65535. Example: PORT=8080'],
    ['PORT', '70000', 'PORT is "70000"'],
    ['PORT', '3000.5', 'PORT is "3000.5"'],
    ['HOST', 'http://x', 'HOST is "http://x"'],
    ['PUBLIC_URL', 'certs.example.org', 'PUBLIC_URL is "certs.example.org"; it must be the http or https address'],
    ['PUBLIC_URL', 'https://example.org/certs', 'without a path'],
    ['DATABASE_URL', 'mysql://root@db/x', 'DATABASE_URL is not valid; it must be a PostgreSQL connection'],
    ['DATABASE_CONNECTIONS', '1', 'it must be a whole number from 2 to 500'],
    ['SECRET', 'short', 'SECRET is not valid; it must be at least 32 characters'],
    ['SMTP_URL', 'mail.example.org', 'it must be a mail server (smtp or smtps)'],
    ['MAIL_FROM', 'nobody', 'MAIL_FROM is "nobody"; it must be an address'],
    ['FILES_URL', 'https://bucket.s3.amazonaws.com', 'it must be a bucket'],
    ['ISSUER_KEYS', 'vault', 'ISSUER_KEYS is "vault"; it must be sealed, pkcs11 or aws-kms'],
    ['PKCS11_MODULE', 'softhsm2.so', 'the absolute path of a PKCS#11 module'],
    ['PKCS11_PIN', '123', 'PKCS11_PIN is not valid; it must be at least 4 characters'],
    ['WORKERS', '-1', 'it must be a whole number from 0 to 50'],
    ['DEMO', 'maybe', 'DEMO is "maybe"; it must be true or false. Example: DEMO=false'],
    ['TRUST_PROXY', '2', 'TRUST_PROXY is "2"'],
    ['METRICS_TOKEN', 'x', 'METRICS_TOKEN is not valid; it must be at least 16 characters'],
    ['LOG_LEVEL', 'loud', 'it must be debug, info, warn, error or silent'],
    ['NODE_ENV', 'staging', 'NODE_ENV is "staging"'],
  ])('%s=%s', (name, value, message) => {
    expect(() => readSettings({ [name]: value })).toThrow(message);
  });

  test('all problems are told at once, and secrets are not repeated', () => {
    const read = () => readSettings({ PORT: 'x', WORKERS: 'y', SECRET: 'hunter2' });
    expect(read).toThrow(/^PORT is .*\nSECRET is not valid; .*\nWORKERS is .*$/);
    expect(read).not.toThrow(/hunter2/);
  });

  test('what needs another variable says so', () => {
    expect(() => readSettings({ SMTP_URL: 'smtp://localhost' })).toThrow('SMTP_URL is set; it needs MAIL_FROM, too.');
    expect(() => readSettings({ APP_DATABASE_URL: 'postgres://app@db/x' })).toThrow('it needs DATABASE_URL, too.');
    expect(() => readSettings({ ISSUER_KEYS: 'pkcs11', PKCS11_MODULE: '/lib/token.so' })).toThrow(
      'ISSUER_KEYS is "pkcs11"; it needs PKCS11_TOKEN, too.\nISSUER_KEYS is "pkcs11"; it needs PKCS11_PIN, too.',
    );
    expect(() => readSettings({ ISSUER_KEYS: 'aws-kms' })).toThrow(
      'ISSUER_KEYS is "aws-kms"; it needs KMS_REGION, too.',
    );
  });
});

test('every example and every default is a value that the variable takes', () => {
  const invented = (text: string) => text.startsWith('(');
  for (const { name, schema, example, default: fallback } of variableList) {
    if (!invented(example)) expect(schema.safeParse(example).success, `${name}=${example}`).toBe(true);
    if (fallback !== undefined) expect(schema.safeParse(fallback).success, `${name}=${fallback}`).toBe(true);
  }
});

test('docs/configuration.md is what the table says ("npm run fix" writes it)', async () => {
  const page = new URL('../../../../../docs/configuration.md', import.meta.url);
  expect(await readFile(page, 'utf8')).toBe(describeConfiguration());
});
