/** One synthetic candidate with the exam open, as the clients need to know them. */
export interface Seat {
  readonly token: string;
  readonly attemptId: string;
  readonly deviceId: string;
  readonly itemIds: readonly string[];
}

/** What the entry of a number is: the same for whoever writes it and whoever checks it. */
export const answerOf = (seat: Pick<Seat, 'itemIds'>, seq: number): { itemId: string; value: string } => ({
  itemId: seat.itemIds[seq % seat.itemIds.length] ?? '',
  value: 'ABCD'[(seq * 7) % 4] ?? 'A',
});

export interface LoadOrder {
  readonly host: string;
  readonly port: number;
  readonly seats: readonly Seat[];
  readonly warmUpMs: number;
  readonly measureMs: number;
}

export interface LoadReport {
  /** Acknowledged within the measured time. */
  readonly answers: number;
  readonly seconds: number;
  /** In milliseconds, of the measured answers. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** For each seat, in order: the last number that was acknowledged, from the first on, warm-up included. */
  readonly acknowledged: readonly number[];
  /** Answers that were refused, with the first reason. */
  readonly refused: number;
  readonly reason: string;
}

export interface RawOrder {
  readonly appUrl: string;
  readonly organizationId: string;
  readonly itemIds: readonly string[];
  readonly connections: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

export interface RawReport {
  readonly inserts: number;
  readonly seconds: number;
}
