import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TokenAddress } from '../providers/pkcs11/token.ts';

const modules = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
];

/** SoftHSM on this machine: an HSM in software, for tests. */
export const softHsmModule: string | undefined = modules.find((file) => existsSync(file));

export interface SoftToken extends TokenAddress {
  remove(): Promise<void>;
}

/** A token of its own in a temporary folder. SoftHSM reads where tokens lie once in a process: one a test file. */
export const createSoftToken = async (modulePath: string): Promise<SoftToken> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'testamur-token-'));
  const tokens = path.join(folder, 'tokens');
  await mkdir(tokens);
  const settings = path.join(folder, 'softhsm2.conf');
  await writeFile(settings, `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`);
  process.env.SOFTHSM2_CONF = settings;
  const [label, pin] = ['testamur test', '123456'];
  const order = ['--init-token', '--free', '--label', label, '--so-pin', '87654321', '--pin', pin];
  await promisify(execFile)('softhsm2-util', order, { env: { ...process.env, SOFTHSM2_CONF: settings } });
  return { modulePath, label, pin, remove: () => rm(folder, { recursive: true, force: true }) };
};
