import { browserApi } from '../../../api.client.ts';
import { presentInstant } from '../../../document/present.ts';
import { createIdbStore, type EntryStore } from '../delivery/store.ts';
import type { messages } from './messages.ts';

export interface CheckResult {
  readonly name: 'storage' | 'connection' | 'screen';
  readonly state: 'checking' | 'passed' | 'failed' | 'unknown';
  readonly detail?: keyof typeof messages;
  readonly ms?: number;
}

const slowMs = 1_500;
const tries = 3;
const narrowPx = 320;

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Writes an entry the way the exam does, reads it back, and takes it out. */
export const checkStorage = async (store: EntryStore = createIdbStore('testamur-exam-check')): Promise<CheckResult> => {
  const entry = { seq: 1, itemId: 'check', kind: 'flag', value: true, clientAt: presentInstant() } as const;
  try {
    await store.put('check', [entry], []);
    const kept = await store.list('check');
    await store.remove('check', [1]);
    if (kept.some(({ clientAt }) => clientAt === entry.clientAt))
      return { name: 'storage', state: 'passed', detail: 'storagePassed' };
  } catch {
    // Said below.
  }
  return { name: 'storage', state: 'failed', detail: 'storageFailed' };
};

/** The way to the server and back, as an answer takes it. */
export const checkConnection = async (input: {
  readonly candidacyId: string;
  readonly assessmentId: string;
}): Promise<CheckResult> => {
  const times: number[] = [];
  try {
    for (let round = 0; round < tries; round += 1) {
      const asked = performance.now();
      await browserApi.delivery.getLobby(input, { signal: AbortSignal.timeout(15_000) });
      times.push(performance.now() - asked);
    }
  } catch {
    return { name: 'connection', state: 'unknown', detail: 'connectionUnknown' };
  }
  const ms = Math.round(median(times));
  return { name: 'connection', state: 'passed', detail: ms > slowMs ? 'connectionSlow' : 'connectionPassed', ms };
};

export const checkScreen = (widthPx: number): CheckResult =>
  widthPx >= narrowPx
    ? { name: 'screen', state: 'passed', detail: 'screenPassed' }
    : { name: 'screen', state: 'failed', detail: 'screenFailed' };
