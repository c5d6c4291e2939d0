import type { Api } from '../../api.ts';

export type Chain = Awaited<ReturnType<Api['evidence']['getEvidenceChain']>>;
export type Step = Chain['steps'][number];
export type Detail = Step['details'][number];
export type DetailValue = Detail['value'];
export type EvidenceCheck = Step['checks'][number];
export type CheckState = EvidenceCheck['state'];

/** What a step says in its one line, before it is opened. */
export const mainFields: Readonly<Record<Step['kind'], readonly Detail['field'][]>> = {
  life: [],
  signature: ['signature.number', 'signature.key'],
  decision: ['decision.by'],
  renewal: ['renewal.route'],
  result: ['result.score', 'result.cut'],
  form: ['form.items'],
  attempt: ['attempt.responses'],
  panel: ['panel.examiners'],
  portfolio: ['portfolio.pieces'],
  course: ['course.recordedBy'],
  authorization: ['authorization.number'],
  application: ['application.acceptedBy'],
  fees: ['fees.payments'],
  previous: ['previous.number'],
  edition: ['edition.edition'],
};

/** The worst that can be said of a step: one broken link breaks it, and what is not recorded is not in order. */
export const stateOfStep = ({ checks }: Pick<Step, 'checks'>): CheckState => {
  if (checks.some(({ state }) => state === 'broken')) return 'broken';
  return checks.length > 0 && checks.every(({ state }) => state === 'ok') ? 'ok' : 'not-recorded';
};

/** Ids of elements, for the links from the notice on top to what is broken. */
export const anchorOf = ({ kind, assessmentId }: Pick<Step, 'kind' | 'assessmentId'>): string =>
  assessmentId === undefined ? kind : `${kind}-${assessmentId}`;
