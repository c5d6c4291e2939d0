import type { Labels } from '../labels.ts';
import type { FilesById } from '../review.ts';

/** What every view of a claim needs beside the claim. */
export interface ClaimContext {
  readonly labels: Labels;
  readonly files: FilesById;
  /** The address of the candidacy; the files lie below. Undefined where the reader's role opens none. */
  readonly candidacyPath: string | undefined;
}
