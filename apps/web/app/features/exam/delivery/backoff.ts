const firstMs = 500;
const longestMs = 20_000;

/**
 * How long to wait before the next try: doubled with each failure, and drawn from the upper half, so that a room of
 * devices does not come back at one instant.
 *
 * @param random uniform in [0, 1).
 */
export const backoffMs = (failures: number, random: number): number => {
  const full = Math.min(longestMs, firstMs * 2 ** Math.max(0, failures - 1));
  return Math.round(full * (0.5 + random / 2));
};
