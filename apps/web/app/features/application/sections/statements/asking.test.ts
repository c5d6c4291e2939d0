import { describe, expect, it } from 'vitest';
import { type Asking, type StatementView, shownState, stillNeeded } from './asking.ts';

const at = '2027-01-01T00:00:00.000Z';
const statement = (state: StatementView['state'], rest: Partial<StatementView> = {}): StatementView => ({
  requestId: state,
  requirement: 'letters',
  state,
  name: 'B',
  emailDomain: 'example.org',
  requestedAt: at,
  until: at,
  mailedAt: at,
  ...rest,
});
const letters: Asking = {
  kind: 'references',
  id: 'letters',
  title: 'Letters',
  description: '',
  evidence: [],
  minimum: 2,
  maximum: 3,
  relations: [{ id: 'chief', label: 'Chief' }],
  form: [{ id: 'work', prompt: 'Work?', kind: 'text' }],
  request: { validFor: 'P30D', reminders: [] },
};

describe('who still has to be asked', () => {
  it('is reckoned from those who can still answer or have', () => {
    expect(stillNeeded(letters, [])).toBe(2);
    expect(stillNeeded(letters, [statement('waiting'), statement('given')])).toBe(0);
    expect(stillNeeded(letters, [statement('declined'), statement('expired'), statement('withdrawn')])).toBe(2);
    expect(stillNeeded(letters, [statement('given', { setAside: true }), statement('waiting')])).toBe(1);
  });

  it('is told apart by what came of it', () => {
    expect(shownState(statement('given'))).toBe('given');
    expect(shownState(statement('given', { confirmed: false }))).toBe('denied');
    expect(shownState(statement('given', { setAside: true }))).toBe('set-aside');
    expect(shownState(statement('expired'))).toBe('expired');
  });
});
