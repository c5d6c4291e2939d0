import { z } from 'zod';
import { inOrganization, operation } from '../../platform/operations/operation.ts';
import { slug } from '../../platform/operations/schemas.ts';

const json = z.record(z.string(), z.unknown());

export const issuersContract = {
  getIssuerDocument: operation({
    method: 'GET',
    path: '/issuers/{organization}/did.json',
    tag: 'Issuers',
    summary: 'The DID document (did:web) of an issuer, with all its public keys',
    policy: { allow: ['anyone'], tenancy: inOrganization },
    problems: ['issuers.no-issuer'],
  })
    .input(z.strictObject({ organization: slug }))
    .output(json),
};
