import { expect, it } from 'vitest';
import { publishedNoteIn, publishedPath } from './published-path.ts';

const noteOf = (path: string, ...editions: string[]) =>
  publishedNoteIn(
    new URL(path, 'https://example.org'),
    editions.map((edition) => ({ edition })),
  );

it('what publishing did is read as it was written', () => {
  const path = publishedPath('/staff/demo', {
    programId: 'demo',
    edition: 'Edition 2027',
    transition: {
      movedNow: { candidates: 2, certificants: 3 },
      movedLater: { on: '2027-12-31', candidates: 4 },
      kept: { candidates: 1, certificants: 0 },
    },
  });
  expect(noteOf(path, 'Edition 2027')).toEqual({
    edition: 'Edition 2027',
    numbers: { moved: 5, kept: 1 },
    later: { candidates: 4, on: '2027-12-31' },
  });
});

it('an address that names an edition that is not published says nothing', () => {
  expect(noteOf('/staff/demo/programs/demo?published=2030&moved=5&kept=1', '2027')).toBeUndefined();
  expect(noteOf('/staff/demo/programs/demo?published=2027&moved=x&kept=1', '2027')).toEqual({ edition: '2027' });
});
