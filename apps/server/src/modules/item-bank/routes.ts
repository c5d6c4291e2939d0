import type { Program } from '@testamur/program';
import type { Trx } from '../../platform/db/index.ts';
import { bind, scopeOf, viewerOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { itemBankContract } from './contract.ts';
import { publishForm } from './forms.ts';
import { importItems } from './import.ts';
import { getItem, listForms, listItems } from './queries.ts';
import { traceForm } from './trace.ts';

/** Programs stand on the same floor: the composition root hands in the one function that is needed of them. */
export interface ItemBankDeps {
  /** A published edition, the one in force where none is named. @throws Problem `programs.no-such-program`. */
  getEdition(
    trx: Trx,
    organizationId: string,
    programId: string,
    edition?: string,
  ): Promise<{ readonly program: Program }>;
}

/** Topics belong to exams by their blueprints. */
const topicsOf = ({ assessments }: Program): string[] => [
  ...new Set(
    assessments.flatMap((assessment) =>
      assessment.kind === 'exam' ? assessment.blueprint.topics.map(({ topic }) => topic) : [],
    ),
  ),
];

export const itemBankRoutes = ({ plumbing }: Platform, { getEdition }: ItemBankDeps) =>
  bind(plumbing, 'itemBank', itemBankContract, {
    listItems: (input, call) => listItems(scopeOf(call), input),
    getItem: async ({ itemId }, call) => {
      const scope = scopeOf(call);
      const item = await getItem(scope, itemId);
      const { personId } = viewerOf(call);
      await recordAudit(scope, { actorId: personId, action: 'itemBank.getItem', subject: `item:${itemId}` });
      return item;
    },
    importItems: async ({ programId, items }, call) => {
      const scope = scopeOf(call);
      const { program } = await getEdition(scope.trx, scope.organization.id, programId);
      const imported = await importItems(scope, programId, items, topicsOf(program));
      call.note({ programId, ...imported });
      return imported;
    },
    publishForm: async ({ programId, assessmentId, edition, name, seed }, call) => {
      const scope = scopeOf(call);
      const { program } = await getEdition(scope.trx, scope.organization.id, programId, edition);
      const publishedBy = viewerOf(call).personId;
      const { formId } = await publishForm(scope, { program, assessmentId, name, seed, publishedBy });
      const sha256 = (await traceForm(scope, formId))?.sha256;
      call.note({ formId, programId, assessmentId, edition: program.edition, seed, sha256 });
      const [form] = await listForms(scope, programId, formId);
      if (!form) throw new Error('The form that was just published is gone.');
      return form;
    },
    listForms: async ({ programId }, call) => ({ forms: await listForms(scopeOf(call), programId) }),
  });
