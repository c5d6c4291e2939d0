import type { AssessmentItem } from '@testamur/qti';
import { Problem } from '../../kernel/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { type ItemPackage, readItemPackages, readStoredItem } from '../item-bank/index.ts';

/** An item to practice with; it holds its key. */
export interface PracticeItem {
  readonly identifier: string;
  readonly topic: string;
  readonly item: AssessmentItem;
}

/** Makes these the practice items of a program, in place of those that it had. */
export const importPractice = async (
  { trx, organization, now }: Scope,
  programId: string,
  packages: readonly ItemPackage[],
): Promise<number> => {
  const items = readItemPackages(packages);
  await trx
    .deleteFrom('practice_item')
    .where('organization_id', '=', organization.id)
    .where('program_id', '=', programId)
    .execute();
  if (items.length === 0) return 0;
  const standing = await trx
    .selectFrom('item')
    .select('identifier')
    .where('organization_id', '=', organization.id)
    .where('program_id', '=', programId)
    .where(
      'identifier',
      'in',
      items.map(({ identifier }) => identifier),
    )
    .execute();
  const [secret] = standing;
  if (secret) {
    const message = `The item "${secret.identifier}" stands in the bank of the program's exams, so that nobody may practice with it. Give the practice item another identifier and another text.`;
    throw new Problem('invalid', 'guide.item-in-bank', message);
  }
  await trx
    .insertInto('practice_item')
    .values(
      items.map(({ identifier, topic, xml }, index) => ({
        organization_id: organization.id,
        program_id: programId,
        identifier,
        position: index + 1,
        topic,
        xml,
        imported_at: now,
      })),
    )
    .execute();
  return items.length;
};

/** Takes over those of another organization's program; they are public wherever they lie. */
export const copyPractice = async (
  { trx, organization, now }: Scope,
  programId: string,
  fromOrganizationId: string,
): Promise<void> => {
  const rows = await trx
    .selectFrom('practice_item')
    .select(['identifier', 'position', 'topic', 'xml'])
    .where('organization_id', '=', fromOrganizationId)
    .where('program_id', '=', programId)
    .execute();
  if (rows.length === 0) return;
  await trx
    .insertInto('practice_item')
    .values(rows.map((row) => ({ ...row, organization_id: organization.id, program_id: programId, imported_at: now })))
    .execute();
};

// Anybody may ask for them at any time, and reading one and finding its most points takes far longer than asking. Items are
// known by their text, so that what was read once stays right.
const read = new Map<string, AssessmentItem>();
const keptItems = 2000;

const readOnce = (identifier: string, xml: string): AssessmentItem => {
  const known = read.get(xml);
  if (known) return known;
  const item = readStoredItem(identifier, xml);
  const oldest = read.size >= keptItems ? read.keys().next().value : undefined;
  if (oldest !== undefined) read.delete(oldest);
  read.set(xml, item);
  return item;
};

/** In the order in which they are practiced. */
export const listPractice = async (
  trx: Trx,
  organizationId: string,
  programId: string,
): Promise<readonly PracticeItem[]> => {
  const rows = await trx
    .selectFrom('practice_item')
    .select(['identifier', 'topic', 'xml'])
    .where('organization_id', '=', organizationId)
    .where('program_id', '=', programId)
    .orderBy('position')
    .execute();
  return rows.map(({ identifier, topic, xml }) => ({ identifier, topic, item: readOnce(identifier, xml) }));
};
