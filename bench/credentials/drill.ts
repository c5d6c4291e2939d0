import { generateKeyPairSync, sign } from 'node:crypto';
import { beginReissue } from '../../apps/server/src/modules/credentialing/reissue/begin.ts';
import { runChunk } from '../../apps/server/src/modules/credentialing/reissue/chunk.ts';
import { findReissue, type Reissue } from '../../apps/server/src/modules/credentialing/reissue/store.ts';
import { signLists } from '../../apps/server/src/modules/credentialing/status/jobs.ts';
import { ensureIssuerKey } from '../../apps/server/src/modules/issuers/index.ts';
import type { Platform } from '../../apps/server/src/platform/platform.ts';
import type { Progress } from '../scratch/progress.ts';

export type DrillPlatform = Pick<Platform, 'inTenant' | 'config' | 'clock' | 'log'>;

export interface Drilled {
  readonly reissueId: string;
  /** From the report until all entries are set and the lists are signed: from then on no copy counts. */
  readonly withdrawnSeconds: number;
  /** From the report until every credential has its successor. */
  readonly seconds: number;
  readonly credentials: number;
  /** How often it was broken off in the middle of a chunk, and gone on with. */
  readonly crashes: number;
  /** Signatures of node:crypto alone in a second, in the same run. */
  readonly rawPerSecond: number;
  readonly rssPeakMiB: number;
}

const rawMs = 500;
/** One chunk of so many is broken off, after its signing and before it is kept. */
const crashEvery = 9;

/** Signs and does nothing else: the most that any program could do on one core. */
const measureRaw = (): number => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const bytes = Buffer.alloc(64, 7);
  const began = performance.now();
  let count = 0;
  while (performance.now() - began < rawMs) {
    for (let more = 0; more < 200; more += 1) sign(null, bytes, privateKey);
    count += 200;
  }
  return count / ((performance.now() - began) / 1000);
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** As a confirmed report of a compromise leaves it: the key is withdrawn, and another one signs. */
const withdrawKey = ({ inTenant, config }: DrillPlatform, organizationId: string, keyId: string): Promise<string> =>
  inTenant(organizationId, async (scope) => {
    const at = { retired_at: scope.now, compromised_at: scope.now };
    await scope.trx.updateTable('issuer_key').set(at).where('id', '=', keyId).execute();
    await ensureIssuerKey(scope, config);
    return (await beginReissue(scope, { keyId })).reissueId;
  });

/** The drill: a key is withdrawn, then all that it signed, then all of it is issued again, chunk by chunk as the jobs do. */
export const runDrill = async (
  platform: DrillPlatform,
  { organizationId, keyId, progress }: { organizationId: string; keyId: string; progress: Progress },
): Promise<Drilled> => {
  const raw = [measureRaw(), measureRaw()];
  const find = (reissueId: string): Promise<Reissue> =>
    platform.inTenant(organizationId, async (scope) => {
      const run = await findReissue(scope, reissueId);
      if (!run) throw new Error('The run was begun and cannot be read.');
      return run;
    });
  const began = performance.now();
  const reissueId = await withdrawKey(platform, organizationId, keyId);
  await signLists(platform, organizationId);
  const withdrawnSeconds = (performance.now() - began) / 1000;
  let [crashes, rssPeak, pausedMs] = [0, 0, 0];
  for (let chunk = 1; (await find(reissueId)).state === 'running'; chunk += 1) {
    if (chunk % crashEvery === 0) {
      crashes += 1;
      const atStep = (step: string) => {
        if (step === 'signed') throw new Error('The power went.');
      };
      await runChunk(platform, { organizationId, reissueId }, { atStep }).catch(() => undefined);
      const paused = performance.now();
      raw.push(measureRaw());
      pausedMs += performance.now() - paused;
    }
    await runChunk(platform, { organizationId, reissueId });
    rssPeak = Math.max(rssPeak, process.memoryUsage.rss());
    progress.at((await find(reissueId)).done);
  }
  await signLists(platform, organizationId);
  const seconds = (performance.now() - began - pausedMs) / 1000;
  raw.push(measureRaw());
  const { done } = await find(reissueId);
  const rssPeakMiB = rssPeak / 1024 ** 2;
  return { reissueId, withdrawnSeconds, seconds, credentials: done, crashes, rawPerSecond: median(raw), rssPeakMiB };
};
