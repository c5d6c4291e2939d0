import clr from './contexts/clr-2.0.1.json' with { type: 'json' };
import examplesV1 from './contexts/credentials-examples-v1.json' with { type: 'json' };
import examplesV2 from './contexts/credentials-examples-v2.json' with { type: 'json' };
import credentialsV1 from './contexts/credentials-v1.json' with { type: 'json' };
import credentialsV2 from './contexts/credentials-v2.json' with { type: 'json' };
import dataIntegrity from './contexts/data-integrity-v2.json' with { type: 'json' };
import didV1 from './contexts/did-v1.json' with { type: 'json' };
import signature2020 from './contexts/ed25519-signature-2020-v1.json' with { type: 'json' };
import multikey from './contexts/multikey-v1.json' with { type: 'json' };
import odrl from './contexts/odrl.json' with { type: 'json' };
import openBadges300 from './contexts/open-badges-3.0.0.json' with { type: 'json' };
import openBadges301 from './contexts/open-badges-3.0.1.json' with { type: 'json' };
import openBadges302 from './contexts/open-badges-3.0.2.json' with { type: 'json' };
import openBadges303 from './contexts/open-badges-3.0.3.json' with { type: 'json' };
import undefinedTerms from './contexts/undefined-terms-v2.json' with { type: 'json' };

/** Context of the Verifiable Credentials Data Model 2.0 (§4.3: it must come first). */
export const CREDENTIALS_CONTEXT = 'https://www.w3.org/ns/credentials/v2';

/** Context of the Verifiable Credentials Data Model 1.1; read in the profile `data-model`, never issued otherwise. */
export const CREDENTIALS_V1_CONTEXT = 'https://www.w3.org/2018/credentials/v1';

/** Context of Open Badges 3.0, version 3.0.3. */
export const OPEN_BADGES_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** Context of the Comprehensive Learner Record 2.0, version 2.0.1. */
export const CLR_CONTEXT = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';

/** Context of Data Integrity proofs, for documents whose own contexts do not define them (credentials of version 1.1). */
export const DATA_INTEGRITY_CONTEXT = 'https://w3id.org/security/data-integrity/v2';

/** Contexts in which each name stands for one IRI and each IRI for one name, so that JSON says what was signed. */
const PLAIN: readonly (readonly [string, object])[] = [
  [CREDENTIALS_CONTEXT, credentialsV2],
  [OPEN_BADGES_CONTEXT, openBadges303],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json', openBadges302],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json', openBadges301],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context.json', openBadges300],
  [CLR_CONTEXT, clr],
  [DATA_INTEGRITY_CONTEXT, dataIntegrity],
];

const bundled: ReadonlyMap<string, object> = new Map<string, object>([
  ...PLAIN,
  [CREDENTIALS_V1_CONTEXT, credentialsV1],
  ['https://www.w3.org/2018/credentials/examples/v1', examplesV1],
  ['https://www.w3.org/ns/credentials/examples/v2', examplesV2],
  ['https://www.w3.org/ns/credentials/undefined-terms/v2', undefinedTerms],
  ['https://www.w3.org/ns/odrl.jsonld', odrl],
  ['https://www.w3.org/ns/did/v1', didV1],
  ['https://w3id.org/security/multikey/v1', multikey],
  ['https://w3id.org/security/suites/ed25519-2020/v1', signature2020],
]);

/**
 * A context that ships with this package. None is ever fetched: a context decides what a signature means, so one
 * that could change would let a signed credential change its meaning.
 *
 * @returns the JSON-LD document, shared: do not change it; undefined for any other URL.
 */
export function findContext(url: string): object | undefined {
  return bundled.get(url);
}

/** The addresses of the bundled contexts that a credential of the profile may name. */
export const contextUrls = {
  plain: PLAIN.map(([url]) => url),
  'data-model': [...bundled.keys()],
} as const;
