import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createFileStore, FileMissing, type FileStore, FileTooLarge } from './index.ts';

const TEXT = Buffer.from('Vordiplom, Universität Köln');
const SHA256 = createHash('sha256').update(TEXT).digest('hex');
const ABSENT = '00/00000000-0000-4000-8000-000000000000';

/** A bucket of the S3 protocol, as far as the store uses it; like a real one, it refuses a wrong checksum. */
async function startBucket(): Promise<{ server: Server; endpoint: string; objects: Map<string, Buffer> }> {
  const objects = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const key = decodeURIComponent(new URL(request.url ?? '', 'http://bucket').pathname);
    const body = await buffer(request);
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=test-id/')) {
      response.writeHead(403).end();
    } else if (request.method === 'PUT') {
      const sum = createHash('sha256').update(body).digest('base64');
      const right = sum === request.headers['x-amz-checksum-sha256'];
      if (right) objects.set(key, body);
      response.writeHead(right ? 200 : 400).end();
    } else if (request.method === 'DELETE') {
      objects.delete(key);
      response.writeHead(204).end();
    } else {
      const found = objects.get(key);
      const missing = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>none</Message></Error>';
      response.writeHead(found ? 200 : 404, found ? {} : { 'content-type': 'application/xml' }).end(found ?? missing);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { server, endpoint: `http://127.0.0.1:${port}`, objects };
}

let folder: string;
let bucket: Awaited<ReturnType<typeof startBucket>>;
beforeAll(async () => {
  process.env.AWS_ACCESS_KEY_ID = 'test-id';
  process.env.AWS_SECRET_ACCESS_KEY = 'test-secret';
  bucket = await startBucket();
});
afterAll(() => {
  bucket.server.closeAllConnections();
  bucket.server.close();
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'testamur-files-'));
  bucket.objects.clear();
});
afterEach(() => rm(folder, { recursive: true }));

const everything = async (): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
};

const stores: [string, () => FileStore, () => Promise<number>][] = [
  [
    'on this disk',
    () => createFileStore({ DATA_DIR: folder, FILES_URL: undefined }),
    async () => (await everything()).length,
  ],
  [
    'in a bucket',
    () => createFileStore({ DATA_DIR: folder, FILES_URL: `s3://evidence/calt?endpoint=${bucket.endpoint}` }),
    async () => bucket.objects.size,
  ],
];

describe.each(stores)('a store %s', (_where, create, count) => {
  test('gives back what was put, from bytes and from a stream', async () => {
    const store = create();
    const fromBytes = await store.put(TEXT);
    const fromStream = await store.put(Readable.from([TEXT.subarray(0, 5), TEXT.subarray(5)]));
    for (const stored of [fromBytes, fromStream]) {
      expect(stored).toEqual({ key: expect.any(String), sha256: SHA256, bytes: TEXT.byteLength });
      expect(await buffer(await store.get(stored.key))).toEqual(TEXT);
    }
    expect(fromBytes.key).not.toBe(fromStream.key);
  });

  test('keeps a large file whole', async () => {
    const store = create();
    const large = Buffer.alloc(3_000_000, 'testamur');
    const { key, bytes } = await store.put(Readable.from(large.toString().match(/.{1,70000}/g) ?? []));
    expect(bytes).toBe(large.byteLength);
    expect((await buffer(await store.get(key))).equals(large)).toBe(true);
  });

  test('removes, once and for all', async () => {
    const store = create();
    const { key } = await store.put(TEXT);
    await store.remove(key);
    await store.remove(key);
    await expect(store.get(key)).rejects.toThrow(FileMissing);
    expect(await count()).toBe(0);
  });

  test('does not know what was never put', async () => {
    await expect(create().get(ABSENT)).rejects.toThrow(FileMissing);
  });

  test('keeps nothing of a file that is too large', async () => {
    const store = create();
    await expect(store.put(TEXT, { maxBytes: TEXT.byteLength - 1 })).rejects.toThrow(FileTooLarge);
    await store.put(TEXT, { maxBytes: TEXT.byteLength });
    expect(await count()).toBe(1);
  });

  test('keeps nothing of an upload that breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield TEXT;
        throw new Error('connection lost');
      })(),
    );
    await expect(create().put(broken)).rejects.toThrow('connection lost');
    expect(await count()).toBe(0);
  });

  test.each(['../secret', '/etc/passwd', '00/../../secret', `${ABSENT}/..`, 'incoming/x', '', `${ABSENT}\0`])(
    'refuses the key %j',
    async (key) => {
      await expect(create().get(key)).rejects.toThrow(RangeError);
      await expect(create().remove(key)).rejects.toThrow(RangeError);
    },
  );
});

describe('on this disk', () => {
  test('files are for the owner of the server alone', async () => {
    await createFileStore({ DATA_DIR: folder, FILES_URL: undefined }).put(TEXT);
    for (const file of await everything()) expect((await stat(file)).mode & 0o077).toBe(0);
    expect((await stat(path.join(folder, 'files'))).mode & 0o077).toBe(0);
  });

  test('what a crash left of an upload goes away after a day', async () => {
    const store = createFileStore({ DATA_DIR: folder, FILES_URL: undefined });
    await store.put(TEXT);
    const half = path.join(folder, 'files', 'incoming', 'half');
    await writeFile(half, TEXT);
    await store.put(TEXT);
    expect(await everything()).toHaveLength(3);
    await utimes(half, 0, 0);
    await store.put(TEXT);
    expect(await everything()).toHaveLength(3);
  });
});

test('in a bucket, files stand under the prefix', async () => {
  const store = createFileStore({ DATA_DIR: folder, FILES_URL: `s3://evidence/calt?endpoint=${bucket.endpoint}` });
  const { key } = await store.put(TEXT);
  expect([...bucket.objects.keys()]).toEqual([`/evidence/calt/${key}`]);
});
