import type { Cryptosuite } from '../data-integrity/suites.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { KeyAlgorithm, Signer } from '../keys.ts';
import type { ResolveKey } from '../resolve.ts';
import { describeApi } from './describe.ts';
import { issueFor } from './issue.ts';
import { type ProblemDetails, problem } from './problem.ts';
import { readBody, type VcApiRequest, type VcApiResponse } from './request.ts';
import { createStatusLists, type EntryName } from './status-lists.ts';
import { badRequest, type Verifying, verifyFor, verifyPresentationFor } from './verify.ts';

/** The cryptosuites that the service signs with, each under a prefix of its name, and the key of each. */
const SUITES: Readonly<Record<Cryptosuite, KeyAlgorithm>> = {
  'eddsa-rdfc-2022': 'Ed25519',
  'eddsa-jcs-2022': 'Ed25519',
  'ecdsa-rdfc-2019': 'P-256',
};

/** What a service is made of. */
export interface VcApiOptions {
  /** Keys that sign, one of Ed25519 and one of P-256 at most; the first signs where no suite is asked for. */
  readonly signers: readonly Signer[];
  readonly now: () => Date;
  /** Gives a uniformly distributed integer of [0, below), for the entries of status lists. */
  readonly random: (below: number) => number;
  /** The address under which `handle` is reached from outside, without a slash at its end. */
  readonly baseUrl: string;
  /** Looks up keys that are no did:key. */
  readonly resolveKey?: ResolveKey;
  /**
   * When an issuer that is not the owner of the key fails a credential: `always` (default), or `when-asked`, where a
   * caller whose `options.checks` name the proof and not the issuer gets a warning instead. For conformance suites,
   * whose credentials bear issuers that no one can look up.
   */
  readonly issuerCheck?: 'always' | 'when-asked';
  /** Reads status lists of others, under the rules of the server; without it those stay open. */
  readonly readStatusLists?: (urls: readonly string[]) => Promise<ReadonlyMap<string, unknown>>;
}

/** The service: a request in, an answer out. Nothing is thrown for what a request holds. */
export interface VcApi {
  handle(request: VcApiRequest): Promise<VcApiResponse>;
}

interface Route {
  readonly member: string | undefined;
  readonly verifies: boolean;
  run(body: JsonObject, options: JsonObject, prefix: string): Promise<VcApiResponse>;
}

const json = (status: VcApiResponse['status'], body: object): VcApiResponse => ({
  status,
  body,
  contentType: 'application/json',
});
const refusal = (error: ProblemDetails): VcApiResponse => json(400, { errors: [error] });
const isCryptosuite = (name: unknown): name is Cryptosuite => typeof name === 'string' && Object.hasOwn(SUITES, name);

/**
 * A service of the Verifiable Credentials API for issuers and verifiers, with status lists kept in memory.
 *
 * `POST /credentials/issue`, `/credentials/verify`, `/presentations/verify` and `/credentials/status`, all of them under
 * `/eddsa-rdfc-2022`, `/eddsa-jcs-2022` and `/ecdsa-rdfc-2019` as well; `GET /status/N` for the lists and `GET /` for
 * what there is. The service signs in the name of its own keys.
 *
 * @throws {RangeError} without a signer.
 * @see Verifiable Credentials API, 3.2 (issuing) and 3.3 (verifying).
 */
export function createVcApi(options: VcApiOptions): VcApi {
  const { signers, now, random, baseUrl, resolveKey, readStatusLists, issuerCheck = 'always' } = options;
  const [usual] = signers;
  if (usual === undefined) {
    throw new RangeError('signers must hold a key at least.');
  }
  const statusLists = createStatusLists({ url: `${baseUrl}/status`, now, random });
  const issued = new Map<string, EntryName>();
  const suites = Object.entries(SUITES).flatMap(([name, algorithm]) => {
    const signer = signers.find((one) => one.algorithm === algorithm);
    return signer === undefined ? [] : [{ name, signer }];
  });

  const verifying = (): Verifying => ({
    at: now(),
    resolveKey,
    issuerWhenAsked: issuerCheck === 'when-asked',
    readLists: async (urls) => {
      const own = await statusLists.readAll(urls);
      const others = urls.filter((url) => !own.has(url));
      return new Map([...((await readStatusLists?.(others)) ?? []), ...own]);
    },
  });

  async function issue(body: JsonObject, given: JsonObject, prefix: string): Promise<VcApiResponse> {
    const cryptosuite = prefix === '' ? (given.cryptosuite ?? suites[0]?.name) : prefix;
    const signer = isCryptosuite(cryptosuite)
      ? signers.find((one) => one.algorithm === SUITES[cryptosuite])
      : undefined;
    if (!isCryptosuite(cryptosuite) || signer === undefined) {
      const names = suites.map(({ name }) => name).join(', ');
      return refusal(problem('generation', `options.cryptosuite must be one of ${names}.`));
    }
    const outcome = await issueFor(body.credential, given, { signer, cryptosuite, now: now(), statusLists });
    if (!outcome.ok) {
      return refusal(outcome.error);
    }
    const { id, credentialStatus: status } = outcome.credential;
    if (typeof id === 'string' && isObject(status)) {
      issued.set(id, entryOf(status));
    }
    return json(201, { verifiableCredential: outcome.credential });
  }

  function setStatus(body: JsonObject): VcApiResponse {
    const { credentialId, credentialStatus: named, status = true } = body;
    const entry =
      isObject(named) && named.statusListCredential !== undefined
        ? entryOf(named)
        : typeof credentialId === 'string'
          ? issued.get(credentialId)
          : undefined;
    if (typeof status !== 'boolean') {
      return refusal(problem('malformed', '"status" must be true or false.'));
    }
    return entry !== undefined && statusLists.set(entry, status)
      ? json(200, {
          credentialStatus: { statusListCredential: entry.listUrl, statusListIndex: String(entry.index), status },
        })
      : refusal(
          problem(
            'malformed',
            'No entry of a status list of this service is named: give credentialId or credentialStatus.',
          ),
        );
  }

  /** What can be posted, the member that its body must have, and whether its answer is that of a verification. */
  const routes: Readonly<Record<string, Route>> = {
    '/credentials/issue': { member: 'credential', verifies: false, run: issue },
    '/credentials/status': { member: undefined, verifies: false, run: async (body) => setStatus(body) },
    '/credentials/verify': {
      member: 'verifiableCredential',
      verifies: true,
      run: (body, given) => verifyFor(body.verifiableCredential, given, verifying()),
    },
    '/presentations/verify': {
      member: 'verifiablePresentation',
      verifies: true,
      run: (body, given) => verifyPresentationFor(body.verifiablePresentation, given, verifying()),
    },
  };

  async function post(name: string, prefix: string, given: unknown): Promise<VcApiResponse | undefined> {
    const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
    if (route === undefined) {
      return undefined;
    }
    const refuse = route.verifies ? badRequest : refusal;
    const read = readBody(given);
    if (!read.ok) {
      return refuse(read.error);
    }
    return route.member !== undefined && read.body[route.member] === undefined
      ? refuse(problem('malformed', `The body must have a member "${route.member}".`))
      : route.run(read.body, read.options, prefix);
  }

  async function get(path: string): Promise<VcApiResponse | undefined> {
    if (path === '/' || path === '') {
      return json(200, describeApi(baseUrl, signers, suites));
    }
    const list = await statusLists.read(`${baseUrl}${path}`);
    // Readers of JSON-LD look for "json" in the type before they parse.
    return list === undefined ? undefined : { status: 200, body: list, contentType: 'application/ld+json' };
  }

  async function publish(path: string): Promise<VcApiResponse | undefined> {
    const published = path.endsWith('/publish')
      ? await statusLists.read(`${baseUrl}${path.slice(0, -'/publish'.length)}`)
      : undefined;
    return published === undefined ? undefined : { status: 204, contentType: 'application/json' };
  }

  async function respond({ method, path, body }: VcApiRequest): Promise<VcApiResponse> {
    const [plain = ''] = path.split(/[?#]/);
    const [, first = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(plain) ?? [];
    const prefix = isCryptosuite(first) ? first : '';
    const route = prefix === '' ? plain : rest;
    const asksFor = method === 'GET' || method === 'HEAD';
    const answer = asksFor
      ? await get(plain)
      : method === 'POST'
        ? ((await publish(plain)) ?? (await post(route, prefix, body)))
        : json(405, { errors: [problem('parsing', 'Only GET and POST are answered here.')] });
    return answer ?? json(404, { errors: [problem('parsing', `There is nothing at ${plain.slice(0, 200)}.`)] });
  }

  return {
    async handle(request) {
      try {
        return await respond(request);
      } catch {
        // What a request holds never ends here; a key that does not answer may.
        return refusal(problem('generation', 'The request could not be carried out.'));
      }
    },
  };
}

function entryOf({ statusListCredential: url, statusListIndex: index }: JsonObject): EntryName {
  return { listUrl: typeof url === 'string' ? url : '', index: typeof index === 'string' ? Number(index) : -1 };
}
