import { describe, expect, it } from 'vitest';
import { interactionsOf } from '../model/walk.ts';
import { parseItem } from '../parse/parse-item.ts';
import { startItem } from '../process/start-item.ts';
import { submitResponses } from '../process/submit-responses.ts';
import { SECRET_ITEM } from '../testing/secret-item.ts';
import { authorView } from './author-view.ts';
import { candidateView } from './candidate-view.ts';

const found = () => {
  const result = parseItem(SECRET_ITEM);
  if (result.status === 'refused') throw new Error(result.messages[0].text);
  return result.item;
};

const item = found();
const session = startItem(item, { seed: 7 });
const secretsIn = (view: unknown) => [...new Set(JSON.stringify(view).match(/canary-[a-z-]+|7770\d/g) ?? [])];

describe('what leaves the server while an item of every interaction is answered', () => {
  it('holds no key, mapping, rationale, hidden feedback, hidden choice or word of authors', () => {
    for (const view of [
      candidateView(item),
      candidateView(item, { session }),
      candidateView(item, { session, resolve: (path) => `/media/${path}` }),
    ]) {
      expect(secretsIn(view)).toEqual([]);
    }
  });

  it('nor by feedback that the defaults of outcomes would show before an answer was given', () => {
    expect(JSON.stringify(candidateView(item, { session }))).not.toContain('feedback');
  });

  it('holds all that is meant for candidates', () => {
    const json = JSON.stringify(candidateView(item, { session }));
    for (const words of [
      'Shown text ',
      '42',
      'Shown prompt',
      'shown to candidates',
      'shown calculator',
      'shown title',
    ]) {
      expect(json).toContain(words);
    }
    const kinds = new Set(interactionsOf(candidateView(item, { session }).body).map(({ interaction }) => interaction));
    expect(kinds.size).toBe(15);
  });

  it('and the same search finds the secrets where they may be', () => {
    expect(secretsIn([item, authorView(item)]).length).toBeGreaterThan(30);
  });

  it('shows the feedback that the outcomes call for once that is asked for, without its identifiers', () => {
    const { session: after } = submitResponses(item, session, { CHOICE: ['A'] });
    const json = JSON.stringify(candidateView(item, { session: after, showFeedback: true }));
    expect(json).toContain('canary-block-text');
    expect(json).toContain('canary-modal-text');
    expect(json).toContain('canary-reverse-text');
    expect(json).not.toContain('canary-inline-text');
    expect(json).not.toMatch(/"canary-(block|reverse|inline)"/);
  });
});
