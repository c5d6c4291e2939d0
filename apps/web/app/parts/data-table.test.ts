import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../testing/render-page.ts';
import { DataTable } from './data-table.tsx';

const table = (rows: readonly { name: string; score: number }[]) =>
  renderPage(() =>
    createElement(DataTable<{ name: string; score: number }>, {
      caption: 'Scores',
      columns: [
        { id: 'name', header: 'Candidate', cell: ({ name }) => name, sortable: true },
        { id: 'score', header: 'Score', cell: ({ score }) => score, numeric: true },
      ],
      rows,
      keyOf: ({ name }) => name,
      linkOf: ({ name }) => `/c/${name}`,
      empty: 'Nobody has taken the exam yet.',
    }),
  );

describe('a table', () => {
  it('has a caption, row headers, one link a row and numbers at the right', () => {
    const html = table([{ name: 'rivera', score: 71 }]);
    expect(html).toContain('Scores</caption>');
    expect(html).toMatch(/<th scope="row"[^>]*><a href="\/c\/rivera"[^>]*>rivera<\/a><\/th>/);
    expect(html).toMatch(/data-numeric="true"[^>]*data-label="Score"[^>]*>71/);
    expect(html).toContain('href="/?sort=name"');
  });

  it('without rows says so in its own words', () => {
    expect(table([])).toContain('Nobody has taken the exam yet.');
    expect(table([])).not.toContain('<table');
  });
});
