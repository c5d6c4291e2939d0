import { expect, test } from 'vitest';
import { createPictures } from './index.ts';

const square = (letter: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><title>Of ${letter}</title><text y="30">${letter}</text></svg>`;

test('more pictures at once than are drawn at once all come, and the same one is drawn once', async () => {
  const pictures = createPictures();
  const [first, again, ...others] = await Promise.all(
    ['A', 'A', 'B', 'C', 'D'].map((one) => pictures.png(square(one))),
  );
  expect(first).toEqual(again);
  for (const png of [first, ...others])
    expect(
      Buffer.from(png ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
});

test('outlines need no font and keep the title', async () => {
  const svg = await createPictures().outlined(square('A'));
  expect(svg).toContain('<title>Of A</title>');
  expect(svg).toContain('<path');
  expect(svg).not.toContain('<text');
});

test('what cannot be drawn is refused, and the next picture is drawn all the same', async () => {
  const pictures = createPictures();
  await expect(pictures.png('no drawing')).rejects.toThrow();
  await expect(pictures.png('no drawing')).rejects.toThrow();
  await expect(pictures.png('no drawing')).rejects.toThrow();
  expect((await pictures.png(square('A'))).length).toBeGreaterThan(0);
});

test('beyond those that wait for their turn, one is told to come again, and nothing is broken', async () => {
  const pictures = createPictures({ maxWaiting: 1 });
  const results = await Promise.allSettled(['A', 'B', 'C', 'D'].map((one) => pictures.png(square(one))));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
  expect(results[3]).toMatchObject({ reason: { kind: 'unavailable', code: 'platform.busy' } });
  expect((await pictures.png(square('D'))).length).toBeGreaterThan(0);
});
