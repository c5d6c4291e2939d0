import { expect, it } from 'vitest';
import { type Attempt, byNeed, needsSomebody } from './attempts.ts';

const incident = { at: '2027-03-01T09:00:00.000Z', kind: 'second-device', note: '' };

const attempt = (
  id: string,
  status: Attempt['status'],
  incidents: Attempt['incidents'] = [],
): Pick<Attempt, 'status' | 'incidents'> & { readonly id: string } => ({ id, status, incidents });

const calm = attempt('calm', 'working');
const silent = attempt('silent', 'offline');
const troubled = attempt('troubled', 'working', [incident]);
const over = attempt('over', 'sealed', [incident]);

it('who is silent or had an incident needs somebody, until the attempt is over', () => {
  expect([calm, silent, troubled, over].filter(needsSomebody)).toEqual([silent, troubled]);
});

it('they come first, those who are done last', () => {
  expect(byNeed([over, calm, silent, troubled])).toEqual([silent, troubled, calm, over]);
});
