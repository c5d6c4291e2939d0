import { describe, expect, it } from 'vitest';
import { fieldOf, readResponses, shownField } from './responses.ts';

describe('the answers of a practice test', () => {
  it('are read by item; items without one are only named', () => {
    const form = new FormData();
    for (const identifier of ['a', 'b', 'c']) form.append(shownField, identifier);
    form.append(fieldOf('a'), 'A');
    form.append(fieldOf('b'), '');
    form.append('other', 'B');
    expect(readResponses(form)).toEqual({ responses: { a: 'A' }, items: ['a', 'b', 'c'] });
  });
});
