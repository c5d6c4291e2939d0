import { describe, expect, it } from 'vitest';
import { edited } from '../../test/edit.ts';
import { credential } from '../../test/tampering.ts';
import { libraryCanonize } from '../data-integrity/canonize.ts';
import type { JsonObject } from '../json.ts';
import { createCanonizer } from './canonizer.ts';

const base: JsonObject = credential;
const change = (path: readonly (string | number)[], value: unknown): JsonObject =>
  Object.fromEntries(Object.entries(edited(base, path, () => value)));
const nameOf = (name: string) => change(['credentialSubject', 'name'], name);

async function taught(...documents: readonly JsonObject[]) {
  const canonizer = createCanonizer();
  for (const document of documents) {
    expect(await canonizer.canonize(document)).toBe(await libraryCanonize(document));
  }
  return canonizer;
}

describe('a template', () => {
  it('answers the second document of its shape without the library', async () => {
    const asked: JsonObject[] = [];
    const canonizer = createCanonizer({
      library: (document) => {
        asked.push(document);
        return libraryCanonize(document);
      },
    });
    await canonizer.canonize(base);
    const learned = asked.length;
    expect(await canonizer.canonize(nameOf('Somebody else'))).toContain('"Somebody else"');
    expect(asked).toHaveLength(learned);
    expect(canonizer.stats()).toEqual({ templates: 1, hits: 1, misses: 1 });
  });

  it.each([
    ['text that would end its line', 'x" .\n<urn:x:1> <urn:x:2> "y'],
    ['control characters', '\u0000\u0008\u001f\u007f\u0085\u2028'],
    ['half of a surrogate pair', 'a\ud800'],
    ['a sentinel of its own making', 'urn:x-slot-0:3;'],
    ['a blank node label', '_:c14n0'],
    ['nothing', ''],
  ])('fills in %s as the library writes it', async (_, text) => {
    const canonizer = await taught(base, nameOf(text));
    expect(canonizer.stats().hits).toBe(1);
  });

  it('is not used where it was learned from a document that holds sentinels for itself', async () => {
    const canonizer = await taught(nameOf('urn:x-slot-0:0;'), nameOf('urn:x-slot-1:0;'), base);
    expect(canonizer.stats().hits).toBe(2);
  });

  it.each([
    ['is relative', 'programs/a'],
    ['is a blank node', '_:b7'],
    ['is empty', ''],
    ['begins with a term of the contexts', 'name:a'],
    ['holds white space that JSON-LD takes for its end', 'https://example.org/a\u00a0b'],
    ['looks like a keyword', '@type'],
  ])('leaves an identifier that %s to the library', async (_, id) => {
    const canonizer = await taught(base);
    const document = change(['credentialSubject', 'achievement', 'id'], id);
    const outcome = (canonical: Promise<string>) => canonical.catch(() => 'refused');
    expect(await outcome(canonizer.canonize(document))).toBe(await outcome(libraryCanonize(document)));
    expect(canonizer.stats().hits).toBe(0);
  });

  it('is another one when two nodes have one identifier and become one node', async () => {
    const merged = change(['credentialSubject', 'achievement', 'criteria', 'id'], 'did:web:example.org');
    const canonizer = await taught(base, merged, merged);
    expect(canonizer.stats()).toEqual({ templates: 2, hits: 1, misses: 2 });
  });

  it('gives way to the library when two values of a member are equal', async () => {
    const canonizer = await taught(base, change(['credentialSubject', 'achievement', 'tag'], ['x', 'x']));
    expect(canonizer.stats().hits).toBe(0);
  });

  it('gives way to the library when only their neighbors tell blank nodes apart', async () => {
    const twins = change(
      ['evidence'],
      [
        { type: ['Evidence'], name: 'E' },
        { type: ['Evidence'], name: 'E' },
      ],
    );
    const others = change(
      ['evidence'],
      [
        { type: ['Evidence'], name: 'E' },
        { type: ['Evidence'], name: 'F' },
      ],
    );
    const canonizer = await taught(twins, others, others, twins);
    expect(canonizer.stats().hits).toBe(1);
  });

  it('is one for each number, since numbers are written in a way of their own', async () => {
    const credits = (value: number) => change(['credentialSubject', 'creditsEarned'], value);
    const canonizer = await taught(credits(1), credits(1.5), credits(1e21), credits(1), credits(-0));
    expect(canonizer.stats()).toMatchObject({ templates: 3, hits: 1 });
  });
});

describe('a canonizer', () => {
  it('holds no more templates than it may, the latest ones', async () => {
    const canonizer = createCanonizer({ maxTemplates: 3 });
    for (const credits of [1, 2, 3, 4, 5, 6]) {
      await canonizer.canonize(change(['credentialSubject', 'creditsEarned'], credits));
    }
    expect(canonizer.stats().templates).toBe(3);
    expect(canonizer.canonizeKnown(change(['credentialSubject', 'creditsEarned'], 6))).toBeDefined();
    expect(canonizer.canonizeKnown(change(['credentialSubject', 'creditsEarned'], 1))).toBeUndefined();
  });

  it('learns a shape once however many documents of it come at a time', async () => {
    const canonizer = createCanonizer();
    const names = Array.from({ length: 8 }, (_, number) => nameOf(`N${number}`));
    const canonical = await Promise.all(names.map((document) => canonizer.canonize(document)));
    expect(canonical).toEqual(await Promise.all(names.map((document) => libraryCanonize(document))));
    expect(canonizer.stats().templates).toBe(1);
  });

  it('is not led astray by a document that changes while it is learned', async () => {
    const document = nameOf('before');
    const canonizer = createCanonizer();
    const learning = canonizer.canonize(document);
    document.issuer = 'did:web:example.com';
    expect(await learning).toContain('"before"');
    await canonizer.canonize(nameOf('after'));
    expect(await canonizer.canonize(nameOf('later'))).toBe(await libraryCanonize(nameOf('later')));
  });

  it('does not learn from a library that errs', async () => {
    let calls = 0;
    const erring = async (document: JsonObject) => {
      calls += 1;
      const canonical = await libraryCanonize(document);
      return calls === 1 ? canonical.replace('"Dana"', '"Eve"') : canonical;
    };
    const canonizer = createCanonizer({ library: erring });
    await canonizer.canonize(base);
    expect(canonizer.canonizeKnown(base)).toBeUndefined();
    expect(await canonizer.canonize(base)).toBe(await libraryCanonize(base));
  });

  it('refuses a number of templates that is none', () => {
    expect(() => createCanonizer({ maxTemplates: 0 })).toThrow('maxTemplates must be a whole number from 1 on');
  });
});

describe('"__proto__", with which the library would write to the prototype of all objects,', () => {
  it.each([
    ['for an identifier', change(['credentialSubject', 'achievement', 'image'], '__proto__')],
    ['for a text', nameOf('__proto__')],
    ['for a type', change(['credentialSubject', 'achievement', 'type'], ['__proto__'])],
    ['for a name', JSON.parse('{"@context":["https://www.w3.org/ns/credentials/v2"],"id":"urn:x:1","__proto__":"x"}')],
  ])('is refused %s, and changes nothing', async (_, document) => {
    const canonizer = await taught(base);
    await expect(canonizer.canonize(document)).rejects.toThrow('__proto__');
    await expect(libraryCanonize(document)).rejects.toThrow('__proto__');
    expect(Reflect.ownKeys(Object.prototype)).not.toContain('@id');
    expect(await canonizer.canonize(nameOf('after'))).toBe(await libraryCanonize(nameOf('after')));
  });
});
