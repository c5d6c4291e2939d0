import type { Program } from '@testamur/program';
import { Problem } from '../../kernel/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import { findTenant, type Tenant } from '../../platform/http/index.ts';
import { getEdition, locateProgram } from '../programs/index.ts';

export interface NamedProgram {
  /** Its id, its abbreviation or another name. */
  readonly programId: string;
  /** The organization that runs it; only so is one of a rehearsal found, and then by its id. */
  readonly organization?: string | undefined;
}

export interface Located {
  readonly organization: Tenant;
  readonly program: Program;
}

const noSuchOrganization = (slug: string) =>
  new Problem('not-found', 'platform.no-such-organization', `There is no organization "${slug}".`);

/** The edition in force. */
export const locate = async (trx: Trx, { programId: name, organization: slug }: NamedProgram): Promise<Located> => {
  if (slug === undefined) {
    const { organization, programId } = await locateProgram(trx, name);
    return { organization, program: (await getEdition(trx, organization.id, programId)).program };
  }
  const organization = await findTenant(trx, { slug });
  if (!organization) throw noSuchOrganization(slug);
  return { organization, program: (await getEdition(trx, organization.id, name)).program };
};
