import type { KeyAlgorithm, VerificationAlgorithm } from '../keys.ts';
import type { Claims } from './compact.ts';

/** The `alg` with which each kind of key signs. RFC 9864 names EdDSA with Ed25519 also "Ed25519". */
const ALGORITHMS: Readonly<Record<VerificationAlgorithm, readonly [string, ...string[]]>> = {
  Ed25519: ['EdDSA', 'Ed25519'],
  'P-256': ['ES256'],
  'P-384': ['ES384'],
};

/** Header parameters by which a token would bring its own key along, or say where to fetch it. */
const KEY_BEARING = ['jwk', 'jku', 'x5c', 'x5u'];

/**
 * The `alg` that a token signed with such a key names.
 *
 * @see RFC 8037, 3.1 (EdDSA); RFC 7518, 3.4 (ES256).
 */
export function joseAlgorithmOf(algorithm: KeyAlgorithm): string {
  return ALGORITHMS[algorithm][0];
}

/**
 * Why the `alg` of a token does not fit the key. The key decides: a token cannot choose how it is checked.
 *
 * @returns undefined when it fits; else a sentence.
 * @see RFC 8725, 3.1 and 3.2 (algorithm verification).
 */
export function algorithmProblem(header: Claims, algorithm: VerificationAlgorithm): string | undefined {
  const named = typeof header.alg === 'string' ? header.alg : '';
  return ALGORITHMS[algorithm].includes(named)
    ? undefined
    : `The token says it is signed with "${named.slice(0, 40)}", but the key is of the kind ${algorithm}, ` +
        `which signs with ${ALGORITHMS[algorithm][0]}.`;
}

function algorithmRefusal(alg: unknown): string | undefined {
  if (typeof alg !== 'string' || alg === '') {
    return 'The token does not say how it is signed (alg).';
  }
  if (alg.toLowerCase() === 'none') {
    return 'The token is not signed at all (alg is "none").';
  }
  return /^HS\d/i.test(alg)
    ? `The token is protected by a shared secret (${alg.slice(0, 40)}), which proves nothing to others: ` +
        'a credential is signed with the key of its issuer.'
    : undefined;
}

/**
 * Why a header is refused before any key is looked up.
 *
 * @returns undefined when nothing speaks against it; else a sentence.
 * @see RFC 7515, 4.1.2 to 4.1.6 and 4.1.11 (crit); RFC 8725, 3.1, 3.10 and 3.11.
 */
export function headerProblem(header: Claims): string | undefined {
  const borne = KEY_BEARING.find((name) => name in header);
  return (
    algorithmRefusal(header.alg) ??
    ('crit' in header
      ? 'The token demands extensions that are not known here (crit).'
      : 'b64' in header
        ? 'The token asks for an unencoded payload (b64), which is not accepted.'
        : borne !== undefined
          ? `The token brings its own key along or says where to fetch it (${borne}). ` +
            'The key is looked up with the issuer only, by its name (kid).'
          : typeof header.kid !== 'string' || header.kid === '' || header.kid.length > 2_000
            ? 'The token does not name the key of its issuer (kid).'
            : undefined)
  );
}

/**
 * A media type of a header as RFC 7515 compares them: without `application/`, letters small.
 *
 * @returns undefined when there is none, and an empty text when it is no text.
 * @see RFC 7515, 4.1.9 and 4.1.10.
 */
export function mediaTypeOf(value: unknown): string | undefined {
  return value === undefined
    ? undefined
    : typeof value === 'string'
      ? value.toLowerCase().replace(/^application\//, '')
      : '';
}
