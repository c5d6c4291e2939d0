import { EventEmitter } from 'node:events';
import {
  Agent,
  type DidDocument as CredoDidDocument,
  DidDocument,
  DidsModule,
  InjectionSymbols,
  JsonTransformer,
  Kms,
  type Module,
} from '@credo-ts/core';
import { OpenId4VcModule } from '@credo-ts/openid4vc';
import { didWebUrl } from '@testamur/credentials';
import { MemoryKeys, MemoryStorage, NoFiles } from './other-wallet-parts.ts';
import type { Fetch } from './wallet.ts';

/** did:web by the fetch of the test: the server stands behind a socket of this machine. */
const webResolver = (fetch: Fetch) => ({
  supportedMethods: ['web'],
  allowsCaching: false,
  resolve: async (_context: unknown, did: string) => {
    const response = await fetch(didWebUrl(did));
    const didDocument: CredoDidDocument = JsonTransformer.fromJSON(await response.json(), DidDocument);
    return { didDocument, didDocumentMetadata: {}, didResolutionMetadata: {} };
  },
});

const memory: Module = {
  register: (manager) => manager.registerInstance(InjectionSymbols.StorageService, new MemoryStorage()),
};

class NoSockets {}

/** A wallet built on Credo (OpenWallet Foundation): another project's reading of the same standards. */
export const createOtherWallet = async (fetch: Fetch) => {
  const agent = new Agent({
    config: { autoUpdateStorageOnStartup: true },
    dependencies: {
      FileSystem: NoFiles,
      EventEmitterClass: EventEmitter,
      fetch,
      WebSocketClass: NoSockets as never,
    },
    modules: {
      memory,
      kms: new Kms.KeyManagementModule({ backends: [new MemoryKeys()] }),
      dids: new DidsModule({ resolvers: [webResolver(fetch)] }),
      openid4vc: new OpenId4VcModule(),
    },
  });
  await agent.initialize();
  const { holder } = agent.openid4vc;
  return {
    /** From the text of a QR code to the credential, verified by the wallet itself. */
    receive: async (offerUri: string, txCode: string) => {
      const resolvedCredentialOffer = await holder.resolveCredentialOffer(offerUri);
      const { accessToken, cNonce, dpop } = await holder.requestToken({ resolvedCredentialOffer, txCode });
      const { credentials } = await holder.requestCredentials({
        resolvedCredentialOffer,
        accessToken,
        ...(cNonce === undefined ? {} : { cNonce }),
        ...(dpop === undefined ? {} : { dpop }),
        credentialBindingResolver: async ({ agentContext }) => {
          const keys = agentContext.resolve(Kms.KeyManagementApi);
          const { publicJwk } = await keys.createKey({ type: { kty: 'EC', crv: 'P-256' } });
          return { method: 'jwk', keys: [Kms.PublicJwk.fromPublicJwk(publicJwk)] };
        },
      });
      const [received] = credentials;
      if (received?.notificationId !== undefined) {
        await holder.sendNotification({
          metadata: resolvedCredentialOffer.metadata,
          notificationId: received.notificationId,
          accessToken,
          notificationEvent: 'credential_accepted' as never,
          ...(dpop === undefined ? {} : { dpop }),
        });
      }
      return received?.record;
    },
    close: () => agent.shutdown(),
  };
};
