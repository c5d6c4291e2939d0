import { createHash, createPublicKey } from 'node:crypto';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { Signer } from '@testamur/credentials';
import { p1363FromDer } from './der-signature.ts';
import { type KeptKey, type KeyProvider, KeyUnavailable } from './provider.ts';
import { publicMultikey } from './public-multikey.ts';

export interface KmsAddress {
  readonly region: string;
  readonly endpoint: string | undefined;
}

const specs = { Ed25519: 'ECC_NIST_EDWARDS25519', 'P-256': 'ECC_NIST_P256' } as const;

/** The most that KMS takes unhashed, which Ed25519 needs it to be. */
const mostRawBytes = 4096;

const kms = () => import('@aws-sdk/client-kms');
const clients = new Map<string, Promise<KMSClient>>();

const connect = async ({ region, endpoint }: KmsAddress): Promise<KMSClient> => {
  const { KMSClient } = await kms();
  return new KMSClient({ region, maxAttempts: 3, ...(endpoint === undefined ? {} : { endpoint }) });
};

/** One client a region in a process: it keeps connections and credentials. */
const clientAt = (address: KmsAddress): Promise<KMSClient> => {
  const name = `${address.region} ${address.endpoint}`;
  const client = clients.get(name) ?? connect(address);
  clients.set(name, client);
  return client;
};

/** Calls KMS; a refusal keeps the name that AWS gives it. */
const ask = async <T>(what: string, call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : 'unknown error';
    throw new KeyUnavailable(`AWS KMS does not ${what}: ${name}. Check KMS_REGION and the rights of the server.`, {
      cause,
    });
  }
};

const sign = async (address: KmsAddress, { ref, algorithm }: KeptKey, bytes: Uint8Array): Promise<Uint8Array> => {
  if (algorithm === 'Ed25519' && bytes.length > mostRawBytes) {
    const detail = `KMS signs at most ${mostRawBytes} bytes with Ed25519, and these are ${bytes.length}.`;
    throw new KeyUnavailable(`${detail} Use a key of P-256, which signs their hash.`);
  }
  const { SignCommand } = await kms();
  const client = await clientAt(address);
  const order =
    algorithm === 'Ed25519'
      ? { Message: bytes, MessageType: 'RAW' as const, SigningAlgorithm: 'ED25519_SHA_512' as const }
      : {
          Message: createHash('sha256').update(bytes).digest(),
          MessageType: 'DIGEST' as const,
          SigningAlgorithm: 'ECDSA_SHA_256' as const,
        };
  const { Signature } = await ask('sign', () => client.send(new SignCommand({ KeyId: ref, ...order })));
  if (!Signature) throw new KeyUnavailable('AWS KMS answered without a signature.');
  return algorithm === 'Ed25519' ? Uint8Array.from(Signature) : p1363FromDer(Signature);
};

/** Keys in AWS Key Management Service: made there, used there, and never out of it. */
export const awsKmsProvider = (address: KmsAddress): KeyProvider => ({
  name: 'aws-kms',
  create: async ({ organizationSlug, keyId }, algorithm) => {
    const { CreateKeyCommand, GetPublicKeyCommand } = await kms();
    const client = await clientAt(address);
    const { KeyMetadata } = await ask('make a key', () =>
      client.send(
        new CreateKeyCommand({
          KeySpec: specs[algorithm],
          KeyUsage: 'SIGN_VERIFY',
          Description: `Testamur issuer key ${keyId} of ${organizationSlug}`,
        }),
      ),
    );
    const ref = KeyMetadata?.Arn;
    if (ref === undefined) throw new KeyUnavailable('AWS KMS made a key without a name.');
    const { PublicKey } = await ask('show a public key', () => client.send(new GetPublicKeyCommand({ KeyId: ref })));
    if (!PublicKey) throw new KeyUnavailable('AWS KMS answered without a public key.');
    const publicKey = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
    return { publicKeyMultibase: publicMultikey(publicKey.export({ format: 'jwk' })), ref };
  },
  open: async (key, controller): Promise<Signer> => ({
    verificationMethod: `${controller}#${key.publicKeyMultibase}`,
    controller,
    algorithm: key.algorithm,
    sign: (bytes) => sign(address, key, bytes),
  }),
  describe: (ref) => ref,
});
