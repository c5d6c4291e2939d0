import { expect, it } from 'vitest';
import { byNeed, needsSomebody } from './attempts.ts';

const incident = { at: '2027-03-01T09:00:00.000Z', kind: 'second-device', note: '' };
const calm = { id: 1, status: 'working', incidents: [] } as const;
const silent = { id: 2, status: 'offline', incidents: [] } as const;
const troubled = { id: 3, status: 'working', incidents: [incident] };
const over = { id: 4, status: 'sealed', incidents: [incident] } as const;

it('who is silent or had an incident needs somebody, until the attempt is over', () => {
  expect([calm, silent, troubled, over].filter((each) => needsSomebody({ ...each, incidents: [...each.incidents] }))).toEqual([
    silent,
    troubled,
  ]);
});

it('they come first, those who are done last', () => {
  const rows = [over, calm, silent, troubled].map((each) => ({ ...each, incidents: [...each.incidents] }));
  expect(byNeed(rows.map((each) => ({ ...each, status: each.status as 'working' }))).map(({ id }) => id)).toEqual([
    2, 3, 1, 4,
  ]);
});
