/** The times of a key of an issuer; they alone say what it may do. */
export interface KeyTimes {
  /** Signs from then on; published before. */
  readonly activatesAt: Date;
  /** Signs until then, and stays published. Set beforehand when another key follows. */
  readonly retiredAt: Date | undefined;
  /** Nothing that it signed is believed from then on. */
  readonly compromisedAt: Date | undefined;
}

/** `next`: published, does not sign yet. `current`: signs. `retired`: verifies. `compromised`: nothing of it counts. */
export const keyStates = ['next', 'current', 'retired', 'compromised'] as const;
export type KeyState = (typeof keyStates)[number];

/** What a key may do at an instant. A time has come when the clock shows it. */
export const keyStateAt = ({ activatesAt, retiredAt, compromisedAt }: KeyTimes, at: Date): KeyState => {
  if (compromisedAt && compromisedAt <= at) return 'compromised';
  if (retiredAt && retiredAt <= at) return 'retired';
  return activatesAt <= at ? 'current' : 'next';
};

/** The key that signs at an instant. The next one begins when its predecessor ends: there is one at any time. */
export const signingKeyAt = <K extends KeyTimes>(keys: readonly K[], at: Date): K | undefined =>
  keys.find((key) => keyStateAt(key, at) === 'current');

/** Why a key cannot be followed by a new one now; undefined where it can. */
export const rotationRefusal = (keys: readonly KeyTimes[], at: Date): 'no-key' | 'rotation-under-way' | undefined => {
  if (keys.some((key) => keyStateAt(key, at) === 'next')) return 'rotation-under-way';
  return signingKeyAt(keys, at) ? undefined : 'no-key';
};

/** What becomes of the keys when one is compromised. */
export interface CompromisePlan {
  /** From when a key that is made now signs; undefined where none is needed, because another one signs or is ready. */
  readonly newKeyActivatesAt?: Date;
  /** The key that is published already and signs from now on, not only later. */
  readonly promoted?: string;
}

/**
 * A compromised key is followed at once: by the one that was to follow it anyway, or by a new one. A key that did not
 * sign yet is replaced for the time at which it would have begun; one that is retired needs no follower.
 */
export const compromisePlan = <K extends KeyTimes & { readonly id: string }>(
  keys: readonly K[],
  compromised: K,
  at: Date,
): CompromisePlan => {
  const state = keyStateAt(compromised, at);
  if (state === 'next') return { newKeyActivatesAt: compromised.activatesAt };
  if (state !== 'current') return {};
  const next = keys.find((key) => keyStateAt(key, at) === 'next');
  return next ? { promoted: next.id } : { newKeyActivatesAt: at };
};
