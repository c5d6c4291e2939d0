import { Client } from 'pg';
import { findPersonByEmail } from '../modules/identity/index.ts';
import { addressOf } from '../seed/people.ts';
import { readProgramFiles } from '../seed/program-files.ts';
import type { MatrixWorld } from './matrix-inputs.ts';
import type { WholeServer } from './whole-server.ts';

const oneOf = async (
  client: Client,
  text: string,
  values: readonly unknown[] = [],
): Promise<Record<string, string>> => {
  const { rows } = await client.query<Record<string, string>>(text, [...values]);
  const [row] = rows;
  if (!row) throw new Error(`The demonstration has no row for: ${text}`);
  return row;
};

/** What one demonstration candidate left behind on the whole way to a credential. */
export const findMatrixWorld = async ({
  db,
  context,
}: WholeServer): Promise<{ world: MatrixWorld; ownerId: string }> => {
  const owner = 'certified';
  const all = [...(await readProgramFiles())].flatMap(([slug, programs]) => programs.map((files) => ({ slug, files })));
  const found = all.find(({ files }) => files.candidates.some(({ mailbox }) => mailbox === owner));
  if (!found) throw new Error(`No program file has a candidate "${owner}".`);
  const { slug } = found;
  const { program, yaml } = found.files;
  const { db: app } = context.platform;
  const personOf = async (mailbox: string): Promise<string> => {
    const person = await app.system((trx) => findPersonByEmail(trx, addressOf(mailbox)));
    if (!person) throw new Error(`The demonstration has no ${mailbox}.`);
    return person.personId;
  };
  const ownerId = await personOf(owner);
  const client = new Client({ connectionString: db.ownerUrl });
  await client.connect();
  try {
    // Row-level security is forced on the owner as well; the tenant is set for the session.
    const organization = await oneOf(client, 'select id, slug from organization where slug = $1', [slug]);
    await client.query("select set_config('app.organization', $1, false)", [organization.id]);
    const credential = await oneOf(client, 'select id, number, candidacy_id from credential where person_id = $1', [
      ownerId,
    ]);
    const ofCandidacy = (table: string) =>
      oneOf(client, `select id from ${table} where candidacy_id = $1`, [credential.candidacy_id]).then(
        (row) => row.id ?? '',
      );
    const idOf = (table: string) => oneOf(client, `select id from ${table} limit 1`).then((row) => row.id ?? '');
    const assessmentOf = (kind: string) => program.assessments.find((one) => one.kind === kind)?.id ?? '';
    const world: MatrixWorld = {
      organization: organization.slug ?? '',
      programId: program.id,
      assessmentId: assessmentOf('exam'),
      portfolioId: assessmentOf('portfolio'),
      requirement: program.requirements.find((one) => one.kind === 'attestation')?.id ?? '',
      candidacyId: credential.candidacy_id ?? '',
      invoiceId: (await oneOf(client, 'select id from invoice where person_id = $1', [ownerId])).id ?? '',
      fileId: await ofCandidacy('evidence_file'),
      attemptId: await ofCandidacy('attempt'),
      ratingId: await ofCandidacy('rating'),
      pieceId: await ofCandidacy('portfolio_piece'),
      credentialId: credential.id ?? '',
      credentialNumber: credential.number ?? '',
      itemId: await idOf('item'),
      resultId: await ofCandidacy('result'),
      statusListId: await idOf('status_list'),
      examinerId: await personOf('examiner2'),
      programYaml: yaml,
    };
    return { world, ownerId };
  } finally {
    await client.end();
  }
};
