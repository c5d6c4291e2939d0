import type { Api } from '../../api.ts';

export interface MemberPrice {
  /** Id of the payer class. */
  readonly id: string;
  readonly label: string;
  /** The programs that have it, by abbreviation. */
  readonly programs: readonly string[];
}

/** The prices that a membership proves, over all programs of the organization in force. */
export const memberPrices = async (api: Api, organization: string): Promise<readonly MemberPrice[]> => {
  const { programs } = await api.programs.listPrograms({});
  const own = programs.filter((program) => program.organization === organization);
  const found = await Promise.all(own.map(({ id }) => api.programs.getProgram({ organization, programId: id })));
  const prices = new Map<string, MemberPrice>();
  for (const { program } of found) {
    for (const { id, label, proof } of program.payerClasses) {
      if (proof !== 'membership') continue;
      const known = prices.get(id);
      prices.set(id, { id, label, programs: [...(known?.programs ?? []), program.abbreviation] });
    }
  }
  return [...prices.values()];
};
