import { z } from 'zod';
import { inOrganization, noTenant, ofObject, operation } from '../../platform/operations/operation.ts';
import { done, empty, id, instant, page, reason, slug } from '../../platform/operations/schemas.ts';
import { downloadsContract } from './downloads/contract.ts';
import { hostedContract } from './hosted/contract.ts';
import { markContract } from './mark/contract.ts';
import { reissueContract } from './reissue/contract.ts';
import { sharingContract } from './sharing/contract.ts';

const candidacy = ofObject('candidacy', 'candidacyId');
const credential = ofObject('credential', 'credentialId');
const json = z.record(z.string(), z.unknown());

export const credentialState = z.enum([
  'active',
  'renewal-due',
  'in-grace',
  'suspended',
  'lapsed',
  'expired',
  'revoked',
  'surrendered',
  'replaced',
]);

export const credentialingContract = {
  ...downloadsContract,
  ...hostedContract,
  ...markContract,
  ...reissueContract,
  ...sharingContract,
  recordDecision: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/decision',
    tag: 'Credentials',
    summary: 'Record the certification decision',
    description: 'By a person who neither reviewed nor examined the candidate.',
    policy: { allow: ['program-manager'], tenancy: candidacy },
    problems: ['credentialing.nothing-to-decide', 'credentialing.conflict'],
  })
    .input(z.strictObject({ candidacyId: id, outcome: z.enum(['certify', 'refuse']), reason }))
    .output(done),
  listMyCredentials: operation({
    method: 'GET',
    path: '/me/credentials',
    tag: 'Credentials',
    summary: 'My credentials, those in force first',
    policy: { allow: ['signed-in'], tenancy: noTenant },
  })
    .input(empty)
    .output(
      z.object({
        credentials: z.array(
          z.object({
            id: z.string(),
            number: z.string(),
            candidacyId: z.string(),
            organization: z.string().describe('Its short name in addresses.'),
            organizationName: z.string(),
            title: z.string(),
            abbreviation: z.string(),
            state: credentialState,
            validFrom: instant,
            validUntil: instant,
            hasCard: z.boolean(),
            demonstration: z.boolean(),
          }),
        ),
      }),
    ),
  getCredential: operation({
    method: 'GET',
    path: '/credentials/{credentialId}',
    tag: 'Credentials',
    summary: 'A credential with its history',
    policy: { allow: ['owner', 'program-manager', 'auditor'], tenancy: credential },
  })
    .input(z.strictObject({ credentialId: id }))
    .output(
      z.object({
        id: z.string(),
        number: z.string(),
        candidacyId: z.string(),
        holderName: z.string(),
        organizationName: z.string(),
        title: z.string(),
        abbreviation: z.string(),
        postnominal: z.string().optional().describe('Letters after the name.'),
        mark: z
          .object({
            title: z.string(),
            text: z.string(),
            agreement: z
              .object({ at: instant, signedName: z.string() })
              .optional()
              .describe('When the holder agreed to these words; absent before that.'),
          })
          .optional()
          .describe('Who may use the mark of the certification, how and how long.'),
        hasCard: z.boolean().describe('Whether there is a card of pocket size.'),
        retirement: z
          .object({ title: z.string(), text: z.string() })
          .optional()
          .describe('What holders who stop working may call themselves.'),
        surrenderable: z.boolean().describe('Whether its holder can give it back.'),
        edition: z.string(),
        cycle: z.number().int(),
        state: credentialState,
        since: instant,
        validFrom: instant,
        validUntil: instant,
        verifyUrl: z.string(),
        demonstration: z.boolean(),
        pendingRevocation: z.object({ requestedBy: z.string(), requestedAt: instant, reason: z.string() }).optional(),
        history: z.array(z.object({ at: instant, what: z.string(), reason: z.string().optional() })),
      }),
    ),
  getCertificatePdf: operation({
    method: 'GET',
    path: '/credentials/{credentialId}/certificate.pdf',
    tag: 'Credentials',
    summary: 'The certificate as PDF',
    policy: { allow: ['owner', 'program-manager', 'auditor'], tenancy: credential },
    problems: ['credentialing.not-in-force', 'credentialing.name-not-printable'],
  })
    .input(z.strictObject({ credentialId: id }))
    .output(z.file()),
  getCardPdf: operation({
    method: 'GET',
    path: '/credentials/{credentialId}/card.pdf',
    tag: 'Credentials',
    summary: 'The card of pocket size as PDF, where the program has one',
    policy: { allow: ['owner', 'program-manager', 'auditor'], tenancy: credential },
    problems: ['credentialing.no-card', 'credentialing.not-in-force', 'credentialing.name-not-printable'],
  })
    .input(z.strictObject({ credentialId: id }))
    .output(z.file()),
  getCredentialDocument: operation({
    method: 'GET',
    path: '/credentials/{credentialId}/document',
    tag: 'Credentials',
    summary: 'The signed Open Badges 3.0 credential, byte for byte as it was signed',
    policy: { allow: ['owner', 'program-manager', 'auditor'], tenancy: credential },
  })
    .input(z.strictObject({ credentialId: id }))
    .output(z.file()),
  listCredentials: operation({
    method: 'GET',
    path: '/organizations/{organization}/credentials',
    tag: 'Credentials',
    summary: 'Credentials of an organization, newest first',
    policy: { allow: ['program-manager', 'auditor', 'administrator'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug, page, query: z.string().trim().max(100).default('') }))
    .output(
      z.object({
        credentials: z.array(
          z.object({
            id: z.string(),
            number: z.string(),
            holderName: z.string(),
            abbreviation: z.string(),
            state: credentialState,
            validFrom: instant,
            validUntil: instant,
            revocationPending: z.boolean(),
          }),
        ),
        total: z.number().int(),
        page: z.number().int(),
        pageSize: z.number().int(),
      }),
    ),
  suspendCredential: operation({
    method: 'POST',
    path: '/credentials/{credentialId}/suspend',
    tag: 'Credentials',
    summary: 'Suspend',
    policy: { allow: ['program-manager'], tenancy: credential },
    problems: ['credentialing.not-in-force', 'credentialing.own-credential'],
  })
    .input(z.strictObject({ credentialId: id, reason }))
    .output(done),
  reinstateCredential: operation({
    method: 'POST',
    path: '/credentials/{credentialId}/reinstate',
    tag: 'Credentials',
    summary: 'End a suspension',
    policy: { allow: ['program-manager'], tenancy: credential },
    problems: ['credentialing.not-suspended', 'credentialing.own-credential'],
  })
    .input(z.strictObject({ credentialId: id, reason }))
    .output(done),
  surrenderCredential: operation({
    method: 'POST',
    path: '/credentials/{credentialId}/surrender',
    tag: 'Credentials',
    summary: 'Give a credential back, for good',
    description: 'Those who stop working may do so as retired, where the program has a title for them.',
    policy: { allow: ['owner'], tenancy: credential },
    problems: ['credentialing.not-in-force', 'credentialing.number-differs', 'credentialing.no-retirement'],
  })
    .input(
      z.strictObject({
        credentialId: id,
        number: z.string().trim().max(60).describe('Typed again, so that the right one is given back.'),
        retired: z.boolean().default(false),
      }),
    )
    .output(done),
  requestRevocation: operation({
    method: 'POST',
    path: '/credentials/{credentialId}/revocation',
    tag: 'Credentials',
    summary: 'Ask for a revocation; a second person confirms it',
    policy: { allow: ['program-manager', 'administrator'], tenancy: credential },
    problems: [
      'credentialing.not-in-force',
      'credentialing.number-differs',
      'credentialing.already-requested',
      'credentialing.own-credential',
    ],
  })
    .input(
      z.strictObject({
        credentialId: id,
        number: z.string().trim().max(60).describe('Typed again, so that the right one is revoked.'),
        reason,
      }),
    )
    .output(done),
  confirmRevocation: operation({
    method: 'POST',
    path: '/credentials/{credentialId}/revocation/confirm',
    tag: 'Credentials',
    summary: 'Confirm, as a second person, or turn down',
    policy: { allow: ['program-manager', 'administrator'], tenancy: credential },
    problems: [
      'credentialing.no-request',
      'credentialing.second-person-needed',
      'credentialing.not-in-force',
      'credentialing.own-credential',
    ],
  })
    .input(z.strictObject({ credentialId: id, confirm: z.boolean() }))
    .output(done),
  getStatusList: operation({
    method: 'GET',
    path: '/issuers/{organization}/status/{listId}',
    tag: 'Credentials',
    summary: 'A signed bitstring status list',
    policy: { allow: ['anyone'], tenancy: inOrganization },
    problems: ['credentialing.no-such-list'],
  })
    .input(z.strictObject({ organization: slug, listId: id }))
    .output(json),
};
