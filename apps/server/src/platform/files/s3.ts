import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { assertKey, newKey } from './key.ts';
import { spool } from './spool.ts';
import { FileMissing, type FileStore } from './store.ts';

/** Files in a bucket, as `s3://bucket/prefix?region=…&endpoint=…`. The bucket verifies the SHA-256 of what it gets. */
export function createS3Store(address: string): FileStore {
  const { bucket, prefix, client: settings } = parseAddress(address);
  const client = new S3Client(settings);
  const object = (key: string) => {
    assertKey(key);
    return { Bucket: bucket, Key: `${prefix}${key}` };
  };
  return {
    async put(content, options) {
      // The length and the hash go ahead of the content, so a stream waits on this disk.
      const folder = await mkdtemp(path.join(tmpdir(), 'testamur-upload-'));
      try {
        const file = path.join(folder, randomUUID());
        const { sha256, bytes } = await spool(content, file, options);
        const key = newKey();
        await client.send(
          new PutObjectCommand({
            ...object(key),
            Body: createReadStream(file),
            ContentLength: bytes,
            ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
          }),
        );
        return { key, sha256, bytes };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    async get(key) {
      const { Body } = await client.send(new GetObjectCommand(object(key))).catch((error: unknown) => {
        throw error instanceof NoSuchKey ? new FileMissing(`There is no stored file ${key}.`) : error;
      });
      if (!(Body instanceof Readable)) throw new Error('The bucket answered without a body.');
      return Body;
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(object(key)));
    },
  };
}

function parseAddress(address: string): { bucket: string; prefix: string; client: S3ClientConfig } {
  const url = new URL(address);
  const endpoint = url.searchParams.get('endpoint');
  const region = url.searchParams.get('region');
  const folder = url.pathname.replaceAll(/^\/+|\/+$/g, '');
  return {
    bucket: url.hostname,
    prefix: folder === '' ? '' : `${folder}/`,
    client: {
      // Servers other than Amazon's often have no host name for each bucket, and any region will do for them.
      ...(endpoint === null ? {} : { endpoint, forcePathStyle: true, region: region ?? 'us-east-1' }),
      ...(region === null ? {} : { region }),
    },
  };
}
