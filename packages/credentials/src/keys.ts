export {
  didKeyOf,
  generateIssuerKey,
  type IssuerKey,
  importIssuerKey,
  type KeyMaterial,
} from './keys/issuer-key.ts';
export { jwkFromMultikey, multikeyFromJwk, type PublicJwk } from './keys/jwk.ts';
export {
  algorithmOfMultikey,
  type KeyAlgorithm,
  publicKeyObject,
  signatureBytesOf,
  type VerificationAlgorithm,
  verificationAlgorithmOf,
  verifySignature,
} from './keys/multikey.ts';
export { type Signer, signatureOf, type VerificationKey } from './keys/signer.ts';
