import { CREDENTIALS_CONTEXT, DATA_INTEGRITY_CONTEXT, OPEN_BADGES_CONTEXT } from '../contexts.ts';
import { isObject, type Json, type JsonObject, listOf } from '../json.ts';
import {
  type DigestAlgorithm,
  digestMatches,
  readDigestMultibase,
  readDigestSri,
  type StatedDigest,
} from './digest.ts';

/** Bytes of the resources that a credential names, by their addresses, as far as the caller has read them. */
export type RelatedResources = ReadonlyMap<string, Uint8Array>;

/** Digests in base64 of published documents that are bundled here byte for byte; their bytes need not be given. */
const PUBLISHED: ReadonlyMap<string, Readonly<Record<DigestAlgorithm, string>>> = new Map([
  [
    CREDENTIALS_CONTEXT,
    {
      sha256: 'WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=',
      sha384: 'l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU',
      sha512: 'XVVFK9Lc+KKfWikEc+skKxxft31OaPGgqoe6pNuiaUhS1l7GPUisBKmdlW+fcVO5QG+E0tBMdIabAsI5odgTBQ==',
    },
  ],
  [
    DATA_INTEGRITY_CONTEXT,
    {
      sha256: 'Z/IebjOmwU5cz9L8eGX3R0+3GgSvfpQTbLOZ36yK6PQ=',
      sha384: 'DuLXYmcX+LB81Em1JdXitx/icgn8meUwieAWndKUTXk/7qRSb8YLucyhzZZRI5H2',
      sha512: 'Oc16mkBHt0uFJGQP41Yz6B6ChtFL27fnfQ4I2FCwDWo1sBhdXeNcR5uu2yOheYnZ9iislVMf3XnAxaD2Mtn6lQ==',
    },
  ],
  [
    OPEN_BADGES_CONTEXT,
    {
      sha256: '7y+px4RtziM8wWa0NjkCcni+TuRPALsdRcdd4t0M12E=',
      sha384: 'yFn2wAoeABPuecHlzHVmtt+mwolxxGzhqzIhzfuitsbYbmMOVn0DwMeAvC+a1Rek',
      sha512: '77ErJ79hQCyiUeOVYmMQ3Ao9sHak1+Spvb75/vlnZV2bK8c7k+EuqCSMKDkE9NcAcGxzqa1iUv/G65B9l8cLdg==',
    },
  ],
]);

function statedDigests(resource: JsonObject): (StatedDigest | undefined)[] {
  return [
    ...(resource.digestSRI === undefined ? [] : [readDigestSri(resource.digestSRI)]),
    ...(resource.digestMultibase === undefined ? [] : [readDigestMultibase(resource.digestMultibase)]),
  ];
}

/** Whether a digest fits its resource; undefined when the resource is not at hand. */
function fits(id: string, stated: StatedDigest, resources: RelatedResources): boolean | undefined {
  const bytes = resources.get(id);
  const published = PUBLISHED.get(id)?.[stated.algorithm];
  return bytes === undefined
    ? published === undefined
      ? undefined
      : published === stated.value
    : digestMatches(stated, bytes);
}

function resourceProblem(resource: Json, resources: RelatedResources): string | undefined {
  if (!isObject(resource) || typeof resource.id !== 'string') {
    return 'each relatedResource must be an object with an id';
  }
  const { id } = resource;
  const digests = statedDigests(resource);
  if (digests.length === 0) {
    return 'each relatedResource must have a digestSRI or a digestMultibase';
  }
  for (const stated of digests) {
    if (stated === undefined) {
      return `the digest of ${id.slice(0, 200)} is no digest of SHA-256, SHA-384 or SHA-512`;
    }
    if (fits(id, stated, resources) === false) {
      return `${id.slice(0, 200)} is another document than the one whose digest the issuer gave`;
    }
  }
  return undefined;
}

/** Problems of the related resources: their form, and each digest whose resource is at hand. */
export function relatedResourceProblems(document: JsonObject, resources: RelatedResources): string[] {
  const list = listOf(document.relatedResource);
  const ids = list.filter(isObject).map((resource) => resource.id);
  const repeated = new Set(ids).size !== ids.length ? ['each relatedResource must have an id of its own'] : [];
  const problem = list.map((resource) => resourceProblem(resource, resources)).find((one) => one !== undefined);
  return [...repeated, ...(problem === undefined ? [] : [problem])];
}

/**
 * The addresses of the related resources whose digests nobody could compare, since their bytes are neither given nor
 * bundled.
 *
 * @see Verifiable Credentials Data Model 2.0, 5.3 (integrity of related resources).
 */
export function unreadResources(document: JsonObject, resources: RelatedResources = new Map()): readonly string[] {
  return listOf(document.relatedResource)
    .filter(isObject)
    .map((resource) => resource.id)
    .filter((id) => typeof id === 'string')
    .filter((id) => !resources.has(id) && !PUBLISHED.has(id));
}
