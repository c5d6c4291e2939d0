import { keyFromDidDocument, parseCredentialText, statusListUrls, verifyCredential } from '@testamur/credentials';
import { type CredentialStanding, credentialTitle } from '@testamur/program';
import { expectRefusal, expectThat, present } from '../unmet.ts';
import type { World } from '../world.ts';
import { download, downloadCard } from './download.ts';

/** A credential in the hands of its holder. */
export interface Held {
  readonly credentialId: string;
  readonly number: string;
  readonly validUntil: string;
  /** As it was served. */
  readonly document: string;
}

type Verification = Awaited<ReturnType<World['anyone']['registry']['verifyByNumber']>>;

/** What did not pass, but for the check that only the reader can make. */
const troubles = ({ checks }: Pick<Verification, 'checks'>): readonly string[] =>
  checks.filter(({ id, result }) => id !== 'holder' && result !== 'passed').map(({ id, detail }) => `${id}: ${detail}`);

/** What the document proves with the issuer's keys and status list alone, whatever the server says of it. */
const verifyAlone = async ({ anyone, organization }: World, document: string) => {
  const parsed = parseCredentialText(document);
  expectThat(parsed.ok, 'the JSON of a credential', parsed.ok ? '' : parsed.message);
  const { credential } = parsed;
  const issuer = await anyone.issuers.getIssuerDocument({ organization });
  const lists = new Map<string, unknown>();
  for (const url of statusListUrls(credential)) {
    const listId = present(url.split('/').at(-1), 'the id of the status list');
    lists.set(url, await anyone.credentialing.getStatusList({ organization, listId }));
  }
  expectThat(lists.size > 0, 'a status list, by which it can be revoked', 'none');
  const resolveKey = (method: string) => keyFromDidDocument(issuer, method);
  // Our own clock may lag behind the server's, and the credential be younger than that.
  const { now: at } = await anyone.identity.getOrganization({ organization });
  return verifyCredential({ credential, at, statusLists: lists, resolveKey });
};

/** Everything that makes a credential worth something: it can be had, verified, found, and not be forged. */
export const holdCredential = async (world: World, credential: CredentialStanding): Promise<Held> => {
  const { journal, anyone, candidate, program, plan, findings } = world;
  const { credentialId, number, validUntil } = credential;
  const title = credentialTitle(program, plan);
  const document = await download(world, credential);
  await downloadCard(world, credential);
  await journal.step('anyone', `Verify ${number} by its number`, async (note) => {
    const found = await anyone.registry.verifyByNumber({ number });
    expectThat(found.inForce, 'the credential to be in force', troubles(found));
    expectThat(found.credential.holderName === candidate.name, candidate.name, found.credential.holderName);
    expectThat(found.credential.title === title, title, found.credential.title);
    const { postnominal } = found.credential;
    findings.add({ kind: 'verified', number, title, ...(postnominal === undefined ? {} : { postnominal }) });
    note(`In force: ${found.checks.length - 1} checks passed.`);
  });
  await journal.step('anyone', 'Verify the document', async (note) => {
    const found = await anyone.registry.verifyDocument({ document });
    expectThat(found.inForce && found.issuerKnown, 'the document to be in force', troubles(found));
    expectThat(found.claims.title === title, title, found.claims.title);
    const forged = document.replaceAll(candidate.name, 'Somebody Else');
    expectThat(forged !== document, `the name of the holder in the document`, 'another');
    const refused = await anyone.registry.verifyDocument({ document: forged });
    const signature = refused.checks.find(({ id }) => id === 'signature');
    expectThat(!refused.inForce && signature?.result === 'failed', 'a forged name to break the signature', signature);
    note('With another name in it, its signature fails.');
  });
  await journal.step('anyone', 'Verify the document without the server', async (note) => {
    const { verified, checks } = await verifyAlone(world, document);
    const bad = checks.filter(({ result }) => result !== 'passed').map(({ id, detail }) => `${id}: ${detail}`);
    expectThat(verified, 'every check to pass', bad);
    note(`${checks.map(({ id }) => id).join(', ')}: passed.`);
  });
  await journal.step('anyone', `Find ${number} in the register`, async (note) => {
    const { entries } = await anyone.registry.searchRegister({ query: number, page: 1 });
    const [entry] = entries;
    expectThat(entries.length === 1 && entry?.number === number, `one entry for ${number}`, entries);
    expectThat(entry.demonstration, 'it to be marked as a demonstration', entry);
    expectThat(entry.title === title, title, entry.title);
    const { postnominal } = entry;
    findings.add({ kind: 'registered', number, ...(postnominal === undefined ? {} : { postnominal }) });
    note(`${entry.holderName}, ${entry.state}.`);
    const other = `${number.slice(0, -1)}${number.endsWith('0') ? '1' : '0'}`;
    const unknown = anyone.registry.verifyByNumber({ number: other });
    note(`One letter off: ${await expectRefusal('registry.no-such-credential', unknown)}`);
  });
  return { credentialId, number, validUntil, document };
};

/** What verification says of a credential now. */
export const expectState = async (
  { anyone }: World,
  { number, document }: Held,
  state: Verification['credential']['state'],
  inForce: boolean,
): Promise<Verification> => {
  const found = await anyone.registry.verifyByNumber({ number });
  expectThat(found.credential.state === state, `${number} to be ${state}`, found.credential.state);
  expectThat(found.inForce === inForce, `${number} ${inForce ? '' : 'not '}to be in force`, troubles(found));
  const byDocument = await anyone.registry.verifyDocument({ document });
  expectThat(byDocument.inForce === inForce, 'its document to say the same', troubles(byDocument));
  return found;
};
