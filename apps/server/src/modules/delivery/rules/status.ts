export const attemptStatuses = ['working', 'sealed', 'sealed-at-time', 'canceled'] as const;
export type AttemptStatus = (typeof attemptStatuses)[number];

/** What may become of an attempt. Nothing ever leads back. */
export const transitions = {
  working: ['sealed', 'sealed-at-time', 'canceled'],
  sealed: [],
  'sealed-at-time': [],
  canceled: [],
} as const satisfies Record<AttemptStatus, readonly AttemptStatus[]>;

export const isSealed = (status: AttemptStatus): boolean => status === 'sealed' || status === 'sealed-at-time';
