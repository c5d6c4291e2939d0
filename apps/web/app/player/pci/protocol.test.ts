import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightLimits, readHostMessage } from './protocol.ts';

describe('messages out of the sandbox', () => {
  it('are read when they are of a known form and have the nonce', () => {
    expect(readHostMessage({ type: 'ready', nonce: 'n' }, 'n')).toEqual({ type: 'ready' });
    expect(readHostMessage({ type: 'ready', nonce: 'other' }, 'n')).toBeUndefined();
    expect(readHostMessage({ type: 'ready' }, 'n')).toBeUndefined();
    const response = { type: 'response', nonce: 'n', json: '{"base":{"integer":1}}', state: 's', done: false };
    expect(readHostMessage(response, 'n')).toEqual({
      type: 'response',
      json: { base: { integer: 1 } },
      state: 's',
      done: false,
    });
  });

  it('are passed over when they are anything else, whatever that is', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(readHostMessage(data, 'n')).toBeUndefined();
      }),
    );
    const bad = [
      { type: 'need', id: 'x'.repeat(201) },
      { type: 'height', pixels: '100' },
      { type: 'height', pixels: Number.NaN },
      { type: 'response', json: '{', state: null },
      { type: 'response', json: {}, state: null },
      { type: 'failed', text: 'x'.repeat(2_001) },
      { type: 'other' },
    ];
    expect(bad.map((each) => readHostMessage({ ...each, nonce: 'n' }, 'n'))).toEqual(bad.map(() => undefined));
  });

  it('give heights within limits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (pixels) => {
        const read = readHostMessage({ type: 'height', pixels, nonce: 'n' }, 'n');
        if (read?.type !== 'height') throw new Error('a height is read');
        expect(read.pixels).toBeGreaterThanOrEqual(heightLimits.min);
        expect(read.pixels).toBeLessThanOrEqual(heightLimits.max);
      }),
    );
  });
});
