import type { KeyAlgorithm } from '@testamur/credentials';
import { KeyUnavailable } from '../provider.ts';
import { CKA, CKM, CKO } from './constants.ts';
import { Pkcs11Error, readUlong, ulong } from './module.ts';
import type { TokenSession } from './token.ts';

const yes = Buffer.from([1]);
const no = Buffer.from([0]);

/** DER of the curve. Tokens know edwards25519 by its name (PKCS#11 3.0) or by its object identifier (RFC 8410). */
const curves: Readonly<Record<KeyAlgorithm, readonly Buffer[]>> = {
  Ed25519: [Buffer.from('130c656477617264733235353139', 'hex'), Buffer.from('06032b6570', 'hex')],
  'P-256': [Buffer.from('06082a8648ce3d030107', 'hex')],
};

const generating = { Ed25519: CKM.EC_EDWARDS_KEY_PAIR_GEN, 'P-256': CKM.EC_KEY_PAIR_GEN } as const;

const unknownCurve = new Set([
  'CKR_ATTRIBUTE_VALUE_INVALID',
  'CKR_CURVE_NOT_SUPPORTED',
  'CKR_DOMAIN_PARAMS_INVALID',
  'CKR_GENERAL_ERROR',
]);

interface Naming {
  readonly id: Buffer;
  readonly label: string;
}

const generate = async (session: TokenSession, algorithm: KeyAlgorithm, { id, label }: Naming, curve: Buffer) => {
  const { module, handle } = session;
  const named = [
    [CKA.TOKEN, yes],
    [CKA.ID, id],
    [CKA.LABEL, Buffer.from(label, 'utf8')],
  ] as const;
  const publicKey = [...named, [CKA.VERIFY, yes], [CKA.EC_PARAMS, curve]] as const;
  const privateKey = [
    ...named,
    [CKA.PRIVATE, yes],
    [CKA.SENSITIVE, yes],
    [CKA.EXTRACTABLE, no],
    [CKA.SIGN, yes],
  ] as const;
  const publicHandle = ulong(0);
  const privateHandle = ulong(0);
  await module.call(
    'C_GenerateKeyPair',
    handle,
    module.mechanism(generating[algorithm]),
    module.template(publicKey),
    publicKey.length,
    module.template(privateKey),
    privateKey.length,
    publicHandle,
    privateHandle,
  );
  return readUlong(publicHandle);
};

/** The value of CKA_EC_POINT: how long it is has to be asked first. */
const readPoint = async ({ module, handle }: TokenSession, key: number): Promise<Buffer> => {
  const asked = Buffer.concat([ulong(CKA.EC_POINT), ulong(0), ulong(0)]);
  await module.call('C_GetAttributeValue', handle, key, asked, 1);
  const value = Buffer.alloc(readUlong(asked, 16));
  await module.call('C_GetAttributeValue', handle, key, module.template([[CKA.EC_POINT, value]]), 1);
  return value;
};

/** The public key as a JWK. The point stands alone or in a DER string, and of P-256 it is the uncompressed one. */
export const jwkOfPoint = (algorithm: KeyAlgorithm, point: Buffer) => {
  const bytes = algorithm === 'Ed25519' ? 32 : 65;
  const raw = point.subarray(point.length - bytes);
  if (point.length < bytes || point.length > bytes + 3 || (algorithm === 'P-256' && raw[0] !== 4)) {
    throw new KeyUnavailable(`The token gives a public key of ${point.length} bytes, which is none of ${algorithm}.`);
  }
  const text = (part: Buffer) => part.toString('base64url');
  return algorithm === 'Ed25519'
    ? { kty: 'OKP', crv: 'Ed25519', x: text(raw) }
    : { kty: 'EC', crv: 'P-256', x: text(raw.subarray(1, 33)), y: text(raw.subarray(33)) };
};

/** Makes a key pair in the token that cannot leave it. */
export const generateKeyPair = async (session: TokenSession, algorithm: KeyAlgorithm, naming: Naming) => {
  const [first, ...others] = curves[algorithm];
  if (!first) throw new Error(`No curve is named for ${algorithm}.`);
  const made = await generate(session, algorithm, naming, first).catch((error: unknown) => {
    const [other] = others;
    const retry = error instanceof Pkcs11Error && unknownCurve.has(error.returned);
    if (!other || !retry) throw error;
    return generate(session, algorithm, naming, other);
  });
  return jwkOfPoint(algorithm, await readPoint(session, made));
};

/** The private key of an id. Which one it is stays known while the session lasts. */
export const findPrivateKey = async (session: TokenSession, id: Buffer): Promise<number> => {
  const { module, handle, found } = session;
  const name = id.toString('hex');
  const known = found.get(name);
  if (known !== undefined) return known;
  const wanted = module.template([
    [CKA.CLASS, ulong(CKO.PRIVATE_KEY)],
    [CKA.ID, id],
  ]);
  await module.call('C_FindObjectsInit', handle, wanted, 2);
  const handles = Buffer.alloc(16);
  const count = ulong(0);
  await module.call('C_FindObjects', handle, handles, 2, count);
  await module.call('C_FindObjectsFinal', handle);
  if (readUlong(count) !== 1) {
    const many = readUlong(count) === 0 ? 'no private key' : 'several private keys';
    throw new KeyUnavailable(`The token holds ${many} with the CKA_ID ${name}. Restore the token from its backup.`);
  }
  const key = readUlong(handles);
  found.set(name, key);
  return key;
};
