import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCredential, arbitraryProof, arbitraryTexts } from '../../test/arbitrary.ts';
import { arbitraryChange, changed, credential, presentation } from '../../test/tampering.ts';
import { libraryCanonize } from '../data-integrity/canonize.ts';
import type { JsonObject } from '../json.ts';
import { createCanonizer } from './canonizer.ts';
import { withTexts } from './shape.ts';

const REFUSED = 'refused';
const outcome = (canonical: Promise<string>): Promise<string> => canonical.catch(() => REFUSED);
const asDocument = (value: object): JsonObject => Object.fromEntries(Object.entries(value));

const canonizer = createCanonizer();

async function expectSame(document: JsonObject): Promise<void> {
  const expected = await outcome(libraryCanonize(document));
  expect(await outcome(canonizer.canonize(document))).toBe(expected);
  const digest = canonizer.digestKnown(document);
  if (digest !== undefined) {
    expect(Buffer.from(digest)).toEqual(hash('sha256', expected, 'buffer'));
  }
}

type Draw = (place: number, own: string, all: readonly string[]) => string;

/** The document itself, then others of its shape: the first teaches the template that the others are filled into. */
async function expectSameFor(value: object, draws: readonly Draw[]): Promise<void> {
  const document = asDocument(value);
  const all: string[] = [];
  withTexts(document, (_, own) => {
    all.push(own);
    return own;
  });
  await expectSame(document);
  for (const draw of draws) {
    await expectSame(withTexts(document, (place, own) => draw(place, own, all)));
  }
}

const draws = fc.array(arbitraryTexts, { minLength: 2, maxLength: 4 });
const FACTOR = Number(process.env.CANONIZE_RUNS ?? 1);

/** A template must have answered often enough for the property to say something about templates. */
async function withHits(least: number, property: () => Promise<void>): Promise<void> {
  const before = canonizer.stats().hits;
  await property();
  expect(canonizer.stats().hits - before).toBeGreaterThan(least);
}

describe('a canonizer gives what the library gives, or refuses with it', () => {
  it('for a credential of any shape, and for others of its shape', async () => {
    const property = fc.asyncProperty(arbitraryCredential, draws, expectSameFor);
    await withHits(24, () => fc.assert(property, { numRuns: 24 * FACTOR }));
  });

  it.each([
    ['credential', credential],
    ['presentation', presentation],
  ])('for a %s that was tampered with', async (_, whole) => {
    const changes = fc.array(arbitraryChange, { minLength: 1, maxLength: 3 });
    const property = fc.asyncProperty(changes, draws, (made, texts) =>
      expectSameFor(made.reduce<object>(changed, whole), texts),
    );
    await withHits(10, () => fc.assert(property, { numRuns: 40 * FACTOR }));
  });

  it('for the members of a proof', async () => {
    const property = fc.asyncProperty(arbitraryProof, draws, expectSameFor);
    await withHits(40, () => fc.assert(property, { numRuns: 80 * FACTOR }));
  });
});
