import { describe, expect, it } from 'vitest';
import { curlOf, describeByTag, typeInWords } from './describe.ts';

const document = {
  paths: {
    '/things/{thingId}': {
      put: {
        operationId: 'things.change',
        summary: 'Change a thing',
        description: 'Once only.\n\nFor: owner.',
        tags: ['Things'],
        parameters: [{ name: 'thingId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
        requestBody: {
          content: {
            'application/json': {
              schema: { properties: { name: { type: 'string' }, note: { type: 'string' } }, required: ['name'] },
            },
          },
        },
        responses: { 200: { content: { 'application/json': { schema: { properties: { ok: { const: true } } } } } } },
      },
    },
  },
};

describe('the API reference', () => {
  it('says of each operation what it takes, where, and what it answers', () => {
    const [tag] = describeByTag(document);
    const [operation] = tag?.operations ?? [];
    expect(operation?.members).toEqual([
      { name: 'thingId', where: 'path', type: 'string (uuid)', required: true },
      { name: 'name', where: 'body', type: 'string', required: true },
      { name: 'note', where: 'body', type: 'string', required: false },
    ]);
    expect(operation?.answer).toEqual(['ok: true']);
    expect(operation?.prose).toEqual(['Once only.', 'For: owner.']);
  });

  it('shows a command with a key and what it needs, and a reading without', () => {
    const operation = describeByTag(document)[0]?.operations[0];
    if (!operation) throw new Error('The document has one operation.');
    const command = curlOf(operation, 'https://example.org/api');
    expect(command).toContain("-X PUT 'https://example.org/api/things/{thingId}'");
    expect(command).toContain('Idempotency-Key');
    expect(command).toContain('"name":"<string>"');
    expect(curlOf({ ...operation, method: 'GET', members: [] }, '')).not.toContain('Idempotency-Key');
  });

  it('says a type in a few words', () => {
    expect(typeInWords({ type: 'array', items: { type: 'integer' } })).toBe('list of integer');
    expect(typeInWords({ enum: ['a', 'b'] })).toBe('"a" | "b"');
    expect(typeInWords({ anyOf: [{ type: 'string' }, { type: 'null' }] })).toBe('string | null');
  });
});
