import { apiAs } from './api.ts';

const present = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new Error(`The demonstration lacks ${what}.`);
  return found;
};

/** The page of staff on which the modules of somebody's course are recorded. */
export const courseOf = async (mailbox: string): Promise<string> => {
  const { candidacies } = await (await apiAs(mailbox)).candidacies.listMyCandidacies({});
  const { id, organization, standing } = present(candidacies[0], `a candidacy of ${mailbox}`);
  const course = present(
    standing.assessments.find(({ kind }) => kind === 'course'),
    'a course',
  );
  return `/staff/${organization}/candidacies/${id}/course/${course.assessment}`;
};

/** A fee that vouchers can pay, wherever the demonstration has one. */
const payable = async () => {
  const { programs } = await (await apiAs('finance')).programs.listPrograms({});
  for (const { organization, id } of programs) {
    const { program } = await (await apiAs('finance')).programs.getProgram({ organization, programId: id });
    const fee = program.fees.find(({ vouchers }) => vouchers);
    if (fee) return { organization, programId: id, fee: fee.id, currency: program.currency };
  }
  throw new Error('The demonstration lacks a fee that vouchers can pay.');
};

/** The page on which a voucher that nobody has redeemed is canceled. */
export const voucherToCancel = async (): Promise<string> => {
  const order = await payable();
  const { vouchers } = await (await apiAs('finance')).billing.issueVouchers({
    ...order,
    batchId: crypto.randomUUID(),
    count: 1,
    percent: 100,
    recipient: 'A school',
    expiresOn: '2099-12-31',
  });
  return `/staff/${order.organization}/billing/vouchers/${present(vouchers[0], 'a voucher').id}/cancel`;
};

/** The page that says whom a changed file would affect, below that of the organization. */
export const affected = async (): Promise<string> => {
  const [organization, programId] = ['ala', 'calt'];
  const { programs } = await apiAs('program-manager');
  const { editions } = await programs.listEditions({ organization, programId });
  const yaml = present(editions[0], 'an edition').yaml.replace('edition: "2026"', 'edition: "2027"');
  const { draft } = await programs.getDraft({ organization, programId });
  const { revision } = await programs.saveDraft({ organization, programId, yaml, revision: draft?.revision ?? 0 });
  const preview = await programs.previewEdition({ organization, yaml });
  return `/programs/${programId}/edit/affected?revision=${revision}&preview=${preview.previewId}`;
};
