import { candidacyStatuses, credentialStatuses, requirementStates } from '@testamur/program';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../testing/render-page.ts';
import { Status } from './status.tsx';
import { statusTable } from './status-table.ts';
import { statusWords } from './status-words.ts';

const standings = [
  ...requirementStates.map((state) => `requirement.${state}`),
  ...candidacyStatuses.map((status) => `candidacy.${status}`),
  ...credentialStatuses.map((status) => `credential.${status}`),
];

describe('statuses', () => {
  it('have words for everything that a standing can say', () => {
    expect(standings.filter((key) => !(key in statusWords))).toEqual([]);
  });

  it('have words and icon for each other, and no two the same words for one thing', () => {
    expect(Object.keys(statusTable).sort()).toEqual(Object.keys(statusWords).sort());
    const said = Object.entries(statusWords).map(([key, words]) => `${key.split('.')[0]} ${words}`);
    expect(new Set(said).size).toBe(said.length);
  });

  it('show the tone of the reader, whose move it may be', () => {
    const usual = renderPage(() => createElement(Status, { of: 'candidacy', is: 'waiting-for-review' }));
    const reviewer = renderPage(() =>
      createElement(Status, { of: 'candidacy', is: 'waiting-for-review', tone: 'act' }),
    );
    expect(usual).toContain('data-tone="wait"');
    expect(reviewer).toContain('data-tone="act"');
    expect(reviewer).toContain('Waiting for review');
  });
});
