import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import {
  type AgentContext,
  type BaseRecord,
  type BaseRecordConstructor,
  CredoError,
  type FileSystem,
  JsonTransformer,
  type Kms,
  type Query,
  RecordNotFoundError,
  type StorageService,
} from '@credo-ts/core';

type AnyRecord = BaseRecord;

/** Records of the wallet, kept as JSON for as long as a test runs. */
export class MemoryStorage implements StorageService<AnyRecord> {
  readonly supportsCursorPagination = false;
  readonly #records = new Map<string, { readonly type: string; readonly json: object; readonly tags: object }>();

  async save(_context: AgentContext, record: AnyRecord): Promise<void> {
    this.#records.set(record.id, { type: record.type, json: JsonTransformer.toJSON(record), tags: record.getTags() });
  }
  update(context: AgentContext, record: AnyRecord): Promise<void> {
    return this.save(context, record);
  }
  async delete(_context: AgentContext, record: AnyRecord): Promise<void> {
    this.#records.delete(record.id);
  }
  async deleteById(_context: AgentContext, _kind: BaseRecordConstructor<AnyRecord>, id: string): Promise<void> {
    this.#records.delete(id);
  }
  async getById(_context: AgentContext, kind: BaseRecordConstructor<AnyRecord>, id: string): Promise<AnyRecord> {
    const found = this.#records.get(id);
    if (!found) throw new RecordNotFoundError('There is no such record.', { recordType: kind.type });
    return JsonTransformer.fromJSON(found.json, kind);
  }
  async getAll(_context: AgentContext, kind: BaseRecordConstructor<AnyRecord>): Promise<AnyRecord[]> {
    const found = [...this.#records.values()].filter(({ type }) => type === kind.type);
    return found.map(({ json }) => JsonTransformer.fromJSON(json, kind));
  }
  async findByQuery(
    context: AgentContext,
    kind: BaseRecordConstructor<AnyRecord>,
    query: Query<AnyRecord>,
  ): Promise<AnyRecord[]> {
    return Object.keys(query).length === 0 ? this.getAll(context, kind) : [];
  }
}

const unsupported = (): never => {
  throw new CredoError('The wallet of the tests does not do this.');
};

/** Keys of P-256 in memory. */
export class MemoryKeys implements Kms.KeyManagementService {
  readonly backend = 'memory';
  readonly #keys = new Map<string, Kms.KmsJwkPrivate>();

  isOperationSupported(_context: AgentContext, asked: Kms.KmsOperation): boolean {
    if (asked.operation === 'sign') return asked.algorithm === 'ES256';
    if (asked.operation === 'createKey') return asked.type.kty === 'EC' && asked.type.crv === 'P-256';
    return asked.operation === 'verify' || asked.operation === 'randomBytes';
  }
  async getPublicKey(_context: AgentContext, keyId: string): Promise<Kms.KmsJwkPublic | null> {
    const key = this.#keys.get(keyId);
    if (!key) return null;
    const { d: _, ...publicJwk } = key as Kms.KmsJwkPrivateEc;
    return publicJwk as Kms.KmsJwkPublic;
  }
  async createKey<Type extends Kms.KmsCreateKeyType>(
    context: AgentContext,
    { keyId = randomBytes(8).toString('hex') }: Kms.KmsCreateKeyOptions<Type>,
  ): Promise<Kms.KmsCreateKeyReturn<Type>> {
    const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
    this.#keys.set(keyId, { ...jwk, kid: keyId } as Kms.KmsJwkPrivate);
    const publicJwk = await this.getPublicKey(context, keyId);
    return { keyId, publicJwk } as unknown as Kms.KmsCreateKeyReturn<Type>;
  }
  async sign(_context: AgentContext, { keyId, data }: Kms.KmsSignOptions): Promise<Kms.KmsSignReturn> {
    const jwk = this.#keys.get(keyId) ?? unsupported();
    const key = createPrivateKey({ key: { ...jwk }, format: 'jwk' });
    return { signature: new Uint8Array(sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' })) };
  }
  async verify(
    _context: AgentContext,
    { key, algorithm, data, signature }: Kms.KmsVerifyOptions,
  ): Promise<Kms.KmsVerifyReturn> {
    const { publicJwk } = key;
    if (publicJwk === undefined) return unsupported();
    const hash = algorithm === 'EdDSA' || algorithm === 'Ed25519' ? null : 'sha256';
    const input = createPublicKey({ key: { ...publicJwk } as JsonWebKey, format: 'jwk' });
    return verify(hash, data, { key: input, dsaEncoding: 'ieee-p1363' }, signature)
      ? { verified: true, publicJwk }
      : { verified: false };
  }
  randomBytes(_context: AgentContext, { length }: Kms.KmsRandomBytesOptions): Kms.KmsRandomBytesReturn {
    return new Uint8Array(randomBytes(length));
  }
  importKey = unsupported;
  deleteKey = unsupported;
  encrypt = unsupported;
  decrypt = unsupported;
}

/** The wallet keeps no files. */
export class NoFiles implements FileSystem {
  readonly dataPath = '';
  readonly cachePath = '';
  readonly tempPath = '';
  exists = unsupported;
  createDirectory = unsupported;
  copyFile = unsupported;
  write = unsupported;
  read = unsupported;
  delete = unsupported;
  downloadToFile = unsupported;
}
