import type { Answers, Mark } from './entry.ts';
import { type Outbox, outboxOf } from './outbox.ts';
import type { ExamItem, Seal } from './port.ts';

/** What keeps the items from being shown. */
export type Obstacle =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed-out' }
  /** Another tab or device writes. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'refused'; readonly message: string };

export interface ExamPaper {
  readonly title: string;
  readonly candidateName: string;
  readonly items: readonly ExamItem[];
}

export interface ExamState {
  readonly stage: 'opening' | 'working' | 'over';
  readonly obstacle: Obstacle | undefined;
  readonly paper: ExamPaper | undefined;
  readonly answers: Answers;
  readonly outbox: Outbox;
  /** Something is being typed that is not in the outbox yet. */
  readonly drafting: boolean;
  /** The time has run out; the server has still to say that it has sealed the attempt. */
  readonly timeUp: boolean;
  /** Nothing was heard of the server for two minutes. */
  readonly longOffline: boolean;
  /** The candidate wants to submit; it is done as soon as the server has every answer. */
  readonly submitting: boolean;
  /** Why it was not submitted. */
  readonly submitProblem: string | undefined;
  readonly seal: Seal | undefined;
}

export const beforeOpening: ExamState = {
  stage: 'opening',
  obstacle: undefined,
  paper: undefined,
  answers: { responses: new Map(), flags: new Set() },
  outbox: outboxOf([]),
  drafting: false,
  timeUp: false,
  longOffline: false,
  submitting: false,
  submitProblem: undefined,
  seal: undefined,
};

/** The exam on this device, for the player. */
export interface Exam {
  state(): ExamState;
  subscribe(listener: () => void): () => void;
  /** Time left in ms; undefined until the server has told it. */
  remainingMs(): number | undefined;
  record(mark: Omit<Mark, 'clientAt'>): void;
  /** Records what more may follow on, as when typing: it is shown at once, and goes into the log when it rests. */
  draft(mark: Omit<Mark, 'clientAt'>): void;
  /** Puts what is being typed into the log now: its item is left, or the page is. */
  settle(): void;
  submit(): void;
  /** Takes the wish to submit back, as long as it was not sent. */
  goOnWorking(): void;
  /** Opens the exam here; whoever has it elsewhere loses it. */
  takeOver(): void;
  /** Something may be better now: the connection is back, somebody has signed in, the device woke up. */
  wake(): void;
  close(): void;
}
