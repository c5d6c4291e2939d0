import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { temporaryFile, testamur } from '../testing/run-command.ts';
import { type ChainEntry, genesis, verifyChain } from './chain.ts';

/** By the documented rule, written out once more: hash = SHA-256 of the previous hash followed by the content, in hex. */
const makeChain = (length: number): ChainEntry[] => {
  const chain: ChainEntry[] = [];
  let previous = '0000000000000000000000000000000000000000000000000000000000000000';
  for (let seq = 1; seq <= length; seq += 1) {
    const content = `{"action":"fees.settle","actorId":null,"at":"2027-03-0${seq}T12:00:00.000Z","detail":{"name":"Zoë"},"seq":${seq},"subject":"invoice:${seq}"}`;
    const hash = createHash('sha256')
      .update(Buffer.from(`${previous}${content}`, 'utf8'))
      .digest('hex');
    chain.push({ seq, previous, content, hash });
    previous = hash;
  }
  return chain;
};

const changed = (chain: readonly ChainEntry[], seq: number, change: Partial<ChainEntry>): ChainEntry[] =>
  chain.map((entry) => (entry.seq === seq ? { ...entry, ...change } : entry));

describe('a chain', () => {
  test('that was made by the rule holds to its last entry', () => {
    const chain = makeChain(5);
    expect(verifyChain(chain)).toEqual({ intact: true, entries: 5, head: chain[4]?.hash });
    expect(verifyChain([])).toEqual({ intact: true, entries: 0, head: genesis });
  });

  test('follows the rule to the byte', () => {
    // printf '%064d{"seq":1}' 0 | sha256sum
    const hash = '0a00898550374c41186879d92f30325cd0a550ce8c5da4d9aeef34a95c0b85ea';
    expect(verifyChain([{ seq: 1, previous: genesis, content: '{"seq":1}', hash }])).toMatchObject({ intact: true });
  });

  test('with one letter of one entry changed is broken there', () => {
    const chain = makeChain(5);
    const content = chain[2]?.content.replace('Zoë', 'Zoe') ?? '';
    expect(verifyChain(changed(chain, 3, { content }))).toMatchObject({ intact: false, entries: 2, brokenAt: 3 });
  });

  test('with an entry changed and hashed anew is broken at the next one', () => {
    const chain = makeChain(5);
    const content = chain[2]?.content.replace('settle', 'refund') ?? '';
    const hash = createHash('sha256').update(`${chain[2]?.previous}${content}`).digest('hex');
    const report = verifyChain(changed(chain, 3, { content, hash }));
    expect(report).toMatchObject({ intact: false, brokenAt: 4, reason: 'it does not follow on the entry before it' });
  });

  test('with an entry taken out, put twice, or moved is broken', () => {
    const [one, two, three] = makeChain(3);
    if (!one || !two || !three) throw new Error('unreachable');
    expect(verifyChain([one, three])).toMatchObject({ intact: false, brokenAt: 2 });
    expect(verifyChain([one, one, two])).toMatchObject({ intact: false, brokenAt: 2 });
    expect(verifyChain([two, one, three])).toMatchObject({ intact: false, brokenAt: 1 });
    expect(verifyChain([two, three])).toMatchObject({ intact: false, entries: 0, head: genesis });
  });

  test('whose entries were numbered anew is told by what was hashed', () => {
    const [, two] = makeChain(2);
    const content = two?.content ?? '';
    const hash = createHash('sha256').update(`${genesis}${content}`).digest('hex');
    const report = verifyChain([{ seq: 1, previous: genesis, content, hash }]);
    expect(report).toMatchObject({ intact: false, brokenAt: 1, reason: 'its content names another number' });
  });

  test('whose content is no JSON is broken, even where the hash fits', () => {
    const hash = createHash('sha256').update(`${genesis}nonsense`).digest('hex');
    expect(verifyChain([{ seq: 1, previous: genesis, content: 'nonsense', hash }])).toMatchObject({ intact: false });
  });
});

describe('testamur audit verify', () => {
  test('says that an export holds, and its head', async () => {
    const entries = makeChain(4);
    const file = await temporaryFile('audit.json', { organization: 'example', entries });
    const { code, out } = await testamur(['audit', 'verify', file]);
    expect({ code, out }).toEqual({ code: 0, out: `example: 4 entries hold. Head: ${entries[3]?.hash}` });
  });

  test('names the entry at which a tampered export breaks', async () => {
    const entries = changed(makeChain(4), 2, { content: '{"seq":2}' });
    const file = await temporaryFile('audit.json', { organization: 'example', entries });
    const { code, out } = await testamur(['audit', 'verify', file]);
    expect(code).toBe(1);
    expect(out).toContain('broken at entry 2');
    const json = await testamur(['audit', 'verify', file, '--json']);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({ organization: 'example', ok: false, intact: false, brokenAt: 2 });
  });

  test('finds by an older head that the end was cut off', async () => {
    const whole = makeChain(4);
    const head = whole[3]?.hash ?? '';
    const cut = await temporaryFile('cut.json', { organization: 'example', entries: whole.slice(0, 3) });
    expect((await testamur(['audit', 'verify', cut])).code).toBe(0);
    expect((await testamur(['audit', 'verify', cut, '--head', head])).code).toBe(1);
    const grown = await temporaryFile('grown.json', { organization: 'example', entries: makeChain(6) });
    expect((await testamur(['audit', 'verify', grown, '--head', head])).code).toBe(0);
    expect((await testamur(['audit', 'verify', grown, '--head', 'beef'])).code).toBe(2);
  });

  test.each([
    ['[]', 'is no export of an audit chain'],
    ['{"organization":"example","entries":[{"seq":"1"}]}', 'entry 1 needs a number "seq"'],
    ['{', 'is not JSON'],
  ])('refuses %s', async (content, message) => {
    const { code, err } = await testamur(['audit', 'verify', await temporaryFile('audit.json', content)]);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
