/** Stands in every report of this folder: a statistic says how improbable a pattern is, never what a person did. */
export const EVIDENCE_NOT_PROOF =
  'Evidence, not proof: an improbable pattern has innocent causes too, and a decision about a candidate needs more than a statistic.';

/** The statement as a type: what carries it is a forensic result. */
export interface Evidence {
  readonly evidence: typeof EVIDENCE_NOT_PROOF;
}
