/** When each player was last heard of, in the time of its organization. */
export interface Presence {
  touch(attemptId: string, at: Date): void;
  lastSeen(attemptId: string): Date | undefined;
}

const kept = 20_000;

/**
 * Kept in the memory of this server, because it changes with every look at the clock and matters for half a minute.
 * Of several servers, each knows the players that ask it; saves are seen by all.
 */
export const createPresence = (): Presence => {
  const seen = new Map<string, Date>();
  return {
    touch(attemptId, at) {
      // Set anew, so that the first key is always the one that was silent longest.
      seen.delete(attemptId);
      seen.set(attemptId, at);
      const oldest = seen.size > kept ? seen.keys().next().value : undefined;
      if (oldest !== undefined) seen.delete(oldest);
    },
    lastSeen: (attemptId) => seen.get(attemptId),
  };
};
