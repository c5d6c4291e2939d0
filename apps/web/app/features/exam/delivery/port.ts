import type { CandidateItem, ItemResponse } from '@testamur/qti';
import { presentInstant } from '../../../document/present.ts';
import type { Entry } from './entry.ts';

export type AttemptStatus = 'working' | 'sealed' | 'sealed-at-time' | 'canceled';

export interface ClockReading {
  readonly serverNow: string;
  readonly endsAt: string;
  readonly status: AttemptStatus;
}

export interface ExamItem {
  readonly itemId: string;
  readonly view: CandidateItem;
  readonly responseIdentifiers: readonly string[];
}

export interface Opened extends ClockReading {
  readonly candidateName: string;
  readonly title: string;
  readonly nextSeq: number;
  readonly items: readonly ExamItem[];
  readonly responses: Readonly<Record<string, ItemResponse>>;
  readonly flags: readonly string[];
}

export interface Seal {
  readonly status: AttemptStatus;
  readonly sealedAt: string;
  readonly answered: number;
  readonly items: number;
}

/** The server as the player knows it; practice has one of its own. */
export interface ExamServer {
  open(device: { readonly attemptId: string; readonly deviceId: string }): Promise<Opened>;
  save(request: {
    readonly attemptId: string;
    readonly deviceId: string;
    readonly entries: readonly Entry[];
  }): Promise<ClockReading & { readonly acknowledged: readonly number[] }>;
  clock(attemptId: string): Promise<ClockReading>;
  submit(request: { readonly attemptId: string; readonly deviceId: string; readonly lastSeq: number }): Promise<Seal>;
}

/** Time and chance, so that tests can hold them. */
export interface Surroundings {
  /** A monotonic clock, in ms: `performance.now()`. */
  now(): number;
  /** The device's own idea of the time, for the record. */
  instant(): string;
  random(): number;
  after(ms: number, run: () => void): () => void;
  /** Somebody may be looking at this page. */
  attended(): boolean;
}

export const browserSurroundings: Surroundings = {
  now: () => performance.now(),
  instant: presentInstant,
  random: () => Math.random(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  attended: () => document.visibilityState === 'visible',
};
