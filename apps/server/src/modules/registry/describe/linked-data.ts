import { ctdlOfProgram, schemaOrgOfCredential, schemaOrgOfProgram } from '@testamur/credentials';
import type { Trx } from '../../../platform/db/index.ts';
import { enterTenant } from '../../../platform/http/index.ts';
import { getEdition, locateProgram } from '../../programs/index.ts';
import type { Verifier } from '../records.ts';
import { verifyByNumber } from '../verify.ts';
import { describeProgram, organizationUrl } from './program.ts';

/** A program as registries of certifications (CTDL) and search engines (schema.org) read it. */
export const programLinkedData = async (trx: Trx, { config }: Verifier, name: string, now: Date) => {
  const { organization, programId } = await locateProgram(trx, name);
  await enterTenant(trx, organization.id, undefined);
  const { program } = await getEdition(trx, organization.id, programId);
  const day = now.toISOString().slice(0, 10);
  const described = describeProgram({ program, organization, publicUrl: config.PUBLIC_URL, day });
  return { ctdl: { ...ctdlOfProgram(described) }, schemaOrg: { ...schemaOrgOfProgram(described) } };
};

/** A credential as search engines read it: the holder only by consent, and in force only when it is. */
export const credentialLinkedData = async (trx: Trx, verifier: Verifier, number: string) => {
  const { credential, inForce } = await verifyByNumber(trx, verifier, number);
  const { PUBLIC_URL } = verifier.config;
  return {
    schemaOrg: {
      ...schemaOrgOfCredential({
        url: credential.address,
        name: credential.title,
        description: credential.scope,
        language: credential.language,
        organization: {
          name: credential.organizationName,
          url: organizationUrl(PUBLIC_URL, credential.organization),
        },
        number: credential.number,
        awardedOn: credential.validFrom.slice(0, 10),
        expiresOn: credential.validUntil.slice(0, 10),
        status: inForce ? 'In force' : 'Not in force',
        programUrl: `${PUBLIC_URL}/programs/${credential.programId}`,
        ...(credential.listed ? { holderName: credential.holderName } : {}),
      }),
    },
  };
};
