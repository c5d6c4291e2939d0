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

/** The first order of the clients: whom they are. */
export interface SeatOrder {
  readonly host: string;
  readonly port: number;
  readonly seats: readonly Seat[];
}

/** The first order of the reference. */
export interface RawOrder {
  readonly appUrl: string;
  readonly organizationId: string;
  readonly itemIds: readonly string[];
  readonly connections: number;
}

/** Every further order: work for so long, after a start that is not counted. */
export interface SliceOrder {
  readonly warmUpMs: number;
  readonly measureMs: number;
}

export interface Slice {
  /** Acknowledged or inserted within the measured time. */
  readonly count: number;
  readonly seconds: number;
}

export interface LoadSlice extends Slice {
  /** In milliseconds, of the counted answers. */
  readonly latencies: readonly number[];
  /** For each seat, in order: the last number that was acknowledged, from the first on. */
  readonly acknowledged: readonly number[];
  /** Answers that were refused so far, with the first reason. */
  readonly refused: number;
  readonly reason: string;
}
