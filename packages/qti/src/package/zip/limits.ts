/** What an archive may cost. Sizes are bytes after inflating; `maxRatio` is inflated to stored size, above 1 MiB inflated. */
export interface ZipLimits {
  readonly maxEntries: number;
  readonly maxEntryBytes: number;
  readonly maxTotalBytes: number;
  readonly maxRatio: number;
}

/** 10,000 entries, 64 MiB for one, 512 MiB for all, 250 to 1. */
export const DEFAULT_ZIP_LIMITS: ZipLimits = {
  maxEntries: 10_000,
  maxEntryBytes: 64 * 1_048_576,
  maxTotalBytes: 512 * 1_048_576,
  maxRatio: 250,
};
