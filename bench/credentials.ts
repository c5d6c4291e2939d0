import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  createCanonizer,
  generateIssuerKey,
  issueBatch,
  type JsonObject,
  type SignedCredential,
  verifyCredential,
} from '../packages/credentials/src/index.ts';
import { libraryWith } from './credentials/library.ts';
import { CREATED, credentialOf, WITHIN } from './credentials/sample.ts';

/**
 * Credentials issued and verified in a second on one core, by this project, by @digitalbazaar/vc, and signatures of
 * node:crypto alone, which is the most that any program could do.
 */
const AIMS = { issueTimesLibrary: 30, issueOfRaw: 0.15, verifyTimesLibrary: 10 };
const ROUNDS = 9;
/** Rounds in which things are still being compiled. */
const WARM = 3;
const LIBRARY_SHARE = 100;

const { values: args } = parseArgs({
  options: { json: { type: 'boolean', default: false }, count: { type: 'string', default: '10000' } },
});
const count = Number(args.count);
if (!Number.isSafeInteger(count) || count < LIBRARY_SHARE) {
  throw new RangeError(`--count must be a whole number from ${LIBRARY_SHARE} on: credentials of each round.`);
}

/** What is measured, each by the seconds that it took per piece in every round. */
type Subject = 'raw' | 'library' | 'ours';
const taken = { issue: newRecord(), verify: newRecord() };

function newRecord(): Record<Subject, number[]> {
  return { raw: [], library: [], ours: [] };
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Processor time, of all threads of this process: what others do on the machine is not counted. */
async function time(into: number[], pieces: number, work: () => unknown): Promise<void> {
  collectGarbage(); // Nobody pays for what was before.
  const begun = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begun);
  into.push((user + system) / 1e6 / pieces);
}

function perSecond(seconds: readonly number[]): number {
  const sorted = seconds.slice(WARM).sort((a, b) => a - b);
  return Math.round(1 / (sorted[sorted.length >> 1] ?? Number.NaN));
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`the measurement is void: ${what}`);
}

const key = await generateIssuerKey({ seed: new Uint8Array(32).fill(7) });
const library = await libraryWith(await key.exportKey(), key.controller);
const canonizer = createCanonizer();
const raw = generateKeyPairSync('ed25519');
const libraryCount = Math.max(1, Math.floor(count / LIBRARY_SHARE));

/** Issues all and keeps the first, as many as of the library: what is kept costs a collection of garbage. */
async function issueAll(credentials: readonly JsonObject[], kept: number): Promise<SignedCredential[]> {
  const signed: SignedCredential[] = [];
  for await (const one of issueBatch({ credentials, signer: key, created: CREATED, canonizer })) {
    if (signed.length < kept) signed.push(one);
  }
  return signed;
}

async function isGenuine(credential: object): Promise<boolean> {
  const { checks } = await verifyCredential({ credential, at: WITHIN, canonize: canonizer.canonize });
  return checks.every(({ id, result }) => id === 'status' || result === 'passed');
}

const proofValueOf = (signed: object): unknown =>
  [Reflect.get(signed, 'proof')].flat().map((proof: unknown) => Reflect.get(Object(proof), 'proofValue'))[0];

for (let round = 0; round < ROUNDS; round += 1) {
  const credentials = Array.from({ length: count }, (_, at) => credentialOf(round * count + at, key.controller));
  const bytes = Array.from({ length: count }, (_, at) => new Uint8Array(64).fill(at % 251));
  let signatures: Buffer[] = [];
  let theirs: object[] = [];
  let ours: SignedCredential[] = [];
  // Side by side in every round, so that a busy machine slows all three.
  await time(taken.issue.raw, count, () => {
    signatures = bytes.map((data) => sign(null, data, raw.privateKey));
  });
  await time(taken.issue.library, libraryCount, async () => {
    for (const credential of credentials.slice(0, libraryCount)) theirs.push(await library.issue(credential));
  });
  await time(taken.issue.ours, count, async () => {
    ours = await issueAll(credentials, libraryCount);
  });
  must(
    theirs.every((signed, at) => proofValueOf(signed) === proofValueOf(ours[at] ?? {})),
    'the library makes other signatures',
  );
  let genuine = 0;
  const signed = await issueAll(credentials, count);
  await time(taken.verify.raw, count, () => {
    genuine += bytes.filter((data, at) => verify(null, data, raw.publicKey, signatures[at] ?? data)).length;
  });
  await time(taken.verify.library, libraryCount, async () => {
    for (const one of ours) genuine += (await library.verify(one)) ? 1 : 0;
  });
  await time(taken.verify.ours, count, async () => {
    for (const one of signed) genuine += (await isGenuine(one)) ? 1 : 0;
  });
  must(genuine === 2 * count + libraryCount, 'a signature was refused');
  theirs = [];
}

const figures = {
  issue: {
    raw: perSecond(taken.issue.raw),
    library: perSecond(taken.issue.library),
    ours: perSecond(taken.issue.ours),
  },
  verify: {
    raw: perSecond(taken.verify.raw),
    library: perSecond(taken.verify.library),
    ours: perSecond(taken.verify.ours),
  },
};
const { issue, verify: verification } = figures;

function aim(what: string, value: number, least: number): string {
  return `${value >= least ? 'met' : 'NOT MET'}: ${what} ${value.toFixed(2)} (aim ${least} or more)`;
}

const words = [
  `Open Badges 3.0 credentials with eddsa-rdfc-2022, one core of ${availableParallelism()}; medians of ${ROUNDS - WARM} rounds of ${count} (library: ${libraryCount}), by processor time.`,
  `Issued a second: ${issue.ours}; @digitalbazaar/vc ${issue.library}; Ed25519 alone ${issue.raw}.`,
  `Verified a second: ${verification.ours}; @digitalbazaar/vc ${verification.library}; Ed25519 alone ${verification.raw}.`,
  aim('issuing, times the library', issue.ours / issue.library, AIMS.issueTimesLibrary),
  aim('issuing, of the rate of Ed25519 alone', issue.ours / issue.raw, AIMS.issueOfRaw),
  aim('verifying, times the library', verification.ours / verification.library, AIMS.verifyTimesLibrary),
  'In every round the signatures of both were the same, and each verified the credentials.',
];
process.stdout.write(`${words.join('\n')}\n${args.json ? `${JSON.stringify(figures)}\n` : ''}`);
