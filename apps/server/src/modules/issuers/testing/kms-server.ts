import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';

interface Kept {
  readonly spec: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const make = (spec: string): Kept | undefined => {
  if (spec === 'ECC_NIST_EDWARDS25519') return { spec, ...generateKeyPairSync('ed25519') };
  if (spec === 'ECC_NIST_P256') return { spec, ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) };
  return undefined;
};

const refusal = (name: string, message: string) => ({ status: 400, body: { __type: name, message } });
const answer = (body: object) => ({ status: 200, body });

/** Takes what AWS takes: the algorithm of the key alone, unhashed for Ed25519, DER for ECDSA. */
const signWith = ({ spec, privateKey }: Kept, order: Readonly<Record<string, unknown>>) => {
  const message = Buffer.from(String(order.Message), 'base64');
  const { MessageType: type, SigningAlgorithm: algorithm } = order;
  if (message.length > 4096) return refusal('ValidationException', 'Message is too long');
  if (spec === 'ECC_NIST_EDWARDS25519') {
    if (algorithm !== 'ED25519_SHA_512' || type !== 'RAW') return refusal('InvalidKeyUsageException', 'Algorithm');
    return answer({ Signature: sign(null, message, privateKey).toString('base64') });
  }
  if (algorithm !== 'ECDSA_SHA_256') return refusal('InvalidKeyUsageException', 'Algorithm');
  if (type !== 'DIGEST' || message.length !== 32) return refusal('ValidationException', 'Digest length');
  return answer({ Signature: signDigest(message, privateKey).toString('base64') });
};

const messages = new Map<string, Uint8Array>();

/** Messages by their hash: node:crypto signs no hash, so a test says beforehand what it has signed. */
export const announce = (message: Uint8Array): void => {
  messages.set(createHash('sha256').update(message).digest('hex'), message);
};

const signDigest = (digest: Buffer, privateKey: KeyObject): Buffer => {
  const message = messages.get(digest.toString('hex'));
  if (!message) throw new Error('The test did not announce what it signs.');
  return sign('sha256', message, { key: privateKey, dsaEncoding: 'der' });
};

const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
};

/** A small KMS that speaks the JSON protocol of AWS and really signs. */
export const startKms = async (): Promise<{
  readonly url: string;
  readonly keys: ReadonlyMap<string, Kept>;
  readonly server: Server;
}> => {
  const keys = new Map<string, Kept>();
  const perform = (target: string, order: Readonly<Record<string, unknown>>) => {
    if (target === 'TrentService.CreateKey') {
      const kept = order.KeyUsage === 'SIGN_VERIFY' ? make(String(order.KeySpec)) : undefined;
      if (!kept) return refusal('ValidationException', 'KeySpec');
      const KeyId = randomUUID();
      const Arn = `arn:aws:kms:eu-central-1:111122223333:key/${KeyId}`;
      keys.set(Arn, kept);
      return answer({ KeyMetadata: { KeyId, Arn } });
    }
    const kept = keys.get(String(order.KeyId));
    if (!kept) return refusal('NotFoundException', 'no such key');
    if (target === 'TrentService.GetPublicKey') {
      const PublicKey = kept.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
      return answer({ KeyId: order.KeyId, PublicKey, KeySpec: kept.spec });
    }
    return target === 'TrentService.Sign' ? signWith(kept, order) : refusal('UnknownOperationException', target);
  };
  const server = createServer(async (request, response) => {
    const { status, body } = perform(String(request.headers['x-amz-target']), await bodyOf(request));
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, keys, server };
};
