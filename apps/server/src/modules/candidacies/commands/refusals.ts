import { Problem } from '../../../kernel/index.ts';
import type { Candidacy } from '../store.ts';

export const notEditable = (message: string) => new Problem('rule-broken', 'candidacies.not-editable', message);

/** A candidacy that is over takes nothing more. */
export const refuseOver = ({ standing }: Candidacy): void => {
  if (standing.final)
    throw notEditable('This candidacy is over, so nothing can be added to it. You can begin a new one.');
};

/** @param because why an address has to be known to be theirs, in words. */
export const emailNotVerified = (because: string) =>
  new Problem('rule-broken', 'candidacies.email-not-verified', `Confirm your e-mail address first: ${because}`);
