/** The parts of the Digital Bazaar libraries that this package and its tests call; the libraries ship no types. */

declare module 'jsonld' {
  export interface RemoteDocument {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: object;
    /** `static` lets the processor keep the context for good. */
    readonly tag?: 'static';
  }
  /** A statement; its terms are of no interest here. */
  export type Quad = object;
  const jsonld: {
    toRDF(
      document: object,
      options: {
        documentLoader: (url: string) => Promise<RemoteDocument>;
        base: null;
        safe: true;
        rdfDirection: 'i18n-datatype';
        produceGeneralizedRdf: false;
      },
    ): Promise<readonly Quad[]>;
  };
  export default jsonld;
}

declare module 'rdf-canonize' {
  export function canonize(
    dataset: readonly object[],
    options: {
      algorithm: 'RDFC-1.0';
      format: 'application/n-quads';
      messageDigestAlgorithm: 'sha256' | 'sha384';
      maxWorkFactor: number;
    },
  ): Promise<string>;
}

declare module '@digitalbazaar/data-integrity' {
  export interface Cryptosuite {
    readonly name: string;
    readonly requiredAlgorithm: string | readonly string[];
    canonize(input: object, options: object): Promise<string>;
    createVerifier(options: { verificationMethod: object }): Promise<object>;
  }
  export interface SuiteSigner {
    readonly id: string;
    readonly algorithm: string;
    sign(options: { data: Uint8Array }): Promise<Uint8Array>;
  }
  export type DocumentLoader = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>;
  export class DataIntegrityProof {
    /** Members that the proof carries beside those that the suite writes. */
    proof?: object;
    constructor(options: { signer?: SuiteSigner; date?: Date | null; cryptosuite: Cryptosuite });
    verifyProof(options: {
      proof: object;
      proofSet: readonly object[];
      document: object;
      documentLoader: DocumentLoader;
    }): Promise<{ verified: true } | { verified: false; error: unknown }>;
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: import('@digitalbazaar/data-integrity').Cryptosuite;
}

declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createSignCryptosuite(): import('@digitalbazaar/data-integrity').Cryptosuite;
  export function createVerifyCryptosuite(): import('@digitalbazaar/data-integrity').Cryptosuite;
}

declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: import('@digitalbazaar/data-integrity').Cryptosuite;
}

declare module '@digitalbazaar/ed25519-multikey' {
  export interface KeyPair {
    readonly publicKeyMultibase: string;
    export(options: { raw: true; secretKey?: boolean }): Promise<{ publicKey?: Uint8Array; secretKey?: Uint8Array }>;
    export(options: {
      publicKey: true;
      secretKey?: boolean;
      canonicalize?: boolean;
    }): Promise<{ publicKeyMultibase: string; secretKeyMultibase?: string }>;
    signer(): { sign(options: { data: Uint8Array }): Promise<Uint8Array> };
  }
  export function generate(options: { seed?: Uint8Array }): Promise<KeyPair>;
  export function from(key: {
    type: 'Multikey';
    publicKeyMultibase: string;
    secretKeyMultibase?: string;
  }): Promise<KeyPair>;
}

declare module '@digitalbazaar/vc' {
  import type { DataIntegrityProof, DocumentLoader } from '@digitalbazaar/data-integrity';

  export const defaultDocumentLoader: DocumentLoader;
  export function issue<T extends object>(options: {
    credential: T;
    suite: DataIntegrityProof;
    documentLoader: DocumentLoader;
  }): Promise<T & { proof: object }>;
  export function signPresentation<T extends object>(options: {
    presentation: T;
    suite: DataIntegrityProof;
    documentLoader: DocumentLoader;
    challenge: string;
    domain?: string;
  }): Promise<T & { proof: object }>;
  export function verify(options: {
    presentation: object;
    suite: DataIntegrityProof | readonly DataIntegrityProof[];
    documentLoader: DocumentLoader;
    challenge: string;
    domain?: string;
    now?: Date;
  }): Promise<{ verified: boolean; error?: unknown }>;
  export function verifyCredential(options: {
    credential: object;
    suite: DataIntegrityProof;
    documentLoader: DocumentLoader;
    now?: Date;
    checkStatus?: (options: object) => Promise<{ verified: boolean }>;
  }): Promise<{ verified: boolean; error?: unknown }>;
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  export interface BitstringStatusList {
    readonly length: number;
    setStatus(index: number, status: boolean): void;
    getStatus(index: number): boolean;
    encode(): Promise<string>;
  }
  export function createList(options: { length: number }): Promise<BitstringStatusList>;
  export function decodeList(options: { encodedList: string }): Promise<BitstringStatusList>;
  export function checkStatus(options: {
    credential: object;
    suite: object;
    documentLoader: object;
  }): Promise<{ verified: boolean; results?: readonly { status: boolean }[]; error?: unknown }>;
}

declare module '@digitalbazaar/ecdsa-multikey' {
  export interface EcdsaKeyPair {
    signer(): { sign(options: { data: Uint8Array }): Promise<Uint8Array> };
    verifier(): { verify(options: { data: Uint8Array; signature: Uint8Array }): Promise<boolean> };
  }
  export function from(key: {
    type: 'Multikey';
    publicKeyMultibase: string;
    secretKeyMultibase: string;
  }): Promise<EcdsaKeyPair>;
}
