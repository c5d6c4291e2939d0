import { useMemo } from 'react';
import { useActionData } from 'react-router';
import type { ApiCall } from '../api.ts';

const fieldName = 'idempotencyKey';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Names one act, so that sending it twice does it once. The key stays while no answer has come (a second press, a page
 * sent again after a lost connection) and is new after an answer: what is then sent is another act.
 */
export const IdempotencyField = () => {
  const answer = useActionData<unknown>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer is what makes the next act a new one.
  const key = useMemo(() => crypto.randomUUID(), [answer]);
  // Server and browser make a key each; whichever stands in the page when it is sent is the one.
  return <input type="hidden" name={fieldName} value={key} suppressHydrationWarning />;
};

/**
 * For the API call of an action: `api.billing.pay(input, once(form))`. An action that gives several commands names each:
 * `once(form, 'invoice')`.
 */
export const once = (form: FormData, command?: string): { context: ApiCall } => {
  const sent = form.get(fieldName);
  const key = typeof sent === 'string' && uuid.test(sent) ? sent : crypto.randomUUID();
  return { context: { idempotencyKey: command === undefined ? key : `${key}:${command}` } };
};
