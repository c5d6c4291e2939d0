/** What one invoice of a fee pays for; a fee without any of these is paid once. */
export interface FeeTarget {
  /** The attempt that it pays for, from 1; with the assessment where a fee covers several and one is retaken. */
  readonly attempt?: number;
  readonly assessment?: string;
  /** The renewal cycle that it pays for, from 2. */
  readonly cycle?: number;
  /** The year of maintenance that it pays for, from 1. */
  readonly year?: number;
}
