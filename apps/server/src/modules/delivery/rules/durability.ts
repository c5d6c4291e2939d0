/** Settings of PostgreSQL without which an acknowledged answer could be lost when a machine fails. */
export const durableSettings = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/** `local` waits for this server's disk, the higher ones for replicas as well; only `off` acknowledges too early. */
export const lackingDurability = (settings: ReadonlyMap<string, string>): readonly string[] =>
  durableSettings.filter((name) => (settings.get(name) ?? 'off') === 'off');
