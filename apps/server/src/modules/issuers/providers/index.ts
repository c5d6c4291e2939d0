import type { IssuerConfig } from '../address.ts';
import { awsKmsProvider } from './aws-kms.ts';
import { pkcs11Provider } from './pkcs11/provider.ts';
import { type KeyProvider, KeyUnavailable, type ProviderName } from './provider.ts';
import { sealedProvider } from './sealed.ts';

const needed = (value: string | undefined, name: keyof IssuerConfig, provider: ProviderName): string => {
  if (value !== undefined) return value;
  throw new KeyUnavailable(`A key of an issuer is kept by ${provider}; set ${name}, so that it can be used.`);
};

/**
 * The provider of a key. Keys stay where they were made: after a change of ISSUER_KEYS, older ones still need the
 * settings of theirs.
 */
export const providerOf = (name: ProviderName, config: IssuerConfig): KeyProvider => {
  if (name === 'pkcs11') {
    return pkcs11Provider({
      modulePath: needed(config.PKCS11_MODULE, 'PKCS11_MODULE', name),
      label: needed(config.PKCS11_TOKEN, 'PKCS11_TOKEN', name),
      pin: needed(config.PKCS11_PIN, 'PKCS11_PIN', name),
    });
  }
  if (name === 'aws-kms') {
    return awsKmsProvider({ region: needed(config.KMS_REGION, 'KMS_REGION', name), endpoint: config.KMS_ENDPOINT });
  }
  return sealedProvider(config.SECRET, config.SECRET_FORMER);
};
