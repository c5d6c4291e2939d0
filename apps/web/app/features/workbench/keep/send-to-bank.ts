import { browserApi } from '../../../api.client.ts';
import { apiProblemOf } from '../../../loading/refusal.ts';
import type { KeepOutcome, KeptItem } from './keeping.ts';

interface Sending {
  readonly organization: string;
  readonly programId: string;
  readonly items: readonly KeptItem[];
  /** The same for a repetition of the same act. */
  readonly key: string;
}

/** @throws what is neither an answer nor a refusal: a lost connection, a bug. */
export const sendToBank = async ({ organization, programId, items, key }: Sending): Promise<KeepOutcome> => {
  try {
    const input = { organization, programId, items: [...items] };
    const { imported, unchanged } = await browserApi.itemBank.importItems(input, { context: { idempotencyKey: key } });
    return { ok: true, imported, unchanged };
  } catch (error) {
    const problem = apiProblemOf(error);
    if (problem === undefined) throw error;
    const refused = problem.fields.map(({ path, message }) => ({ at: placeIn(path), message }));
    return { ok: false, refused: refused.length > 0 ? refused : [{ at: -1, message: problem.message }] };
  }
};

/** `items.3.xml` is about the item at 3. */
const placeIn = (path: string): number => {
  const [, at] = /^items\.(\d+)\./.exec(path) ?? [];
  return at === undefined ? -1 : Number(at);
};
