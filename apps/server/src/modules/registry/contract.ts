import { z } from 'zod';
import { noTenant, operation } from '../../platform/operations/operation.ts';
import { instant, page } from '../../platform/operations/schemas.ts';
import { credentialState } from '../credentialing/contract.ts';

export const check = z.object({
  id: z.enum(['document', 'signature', 'issuer', 'status', 'dates', 'holder']),
  result: z.enum(['passed', 'failed', 'could-not-check']),
  detail: z.string(),
});

const verification = z.object({
  checkedAt: instant,
  inForce: z.boolean().describe('True only when every check that decides passed.'),
  checks: z.array(check),
  credential: z
    .object({
      number: z.string(),
      address: z.string().describe('Of its page.'),
      holderName: z.string(),
      listed: z.boolean().describe('The holder agreed to be named in the public register.'),
      title: z.string(),
      track: z.array(z.object({ axis: z.string(), option: z.string() })).describe('Such as its level.'),
      postnominal: z.string().optional().describe('Letters after the name.'),
      organization: z.string().describe('Its short name in addresses.'),
      organizationName: z.string(),
      language: z.string().describe('Of the texts of the program, BCP 47.'),
      scope: z.string(),
      meaning: z.string(),
      edition: z.string(),
      programId: z.string(),
      state: credentialState,
      since: instant,
      validFrom: instant,
      validUntil: instant,
      history: z.array(z.object({ at: instant, what: z.string() })),
      demonstration: z.boolean(),
      replacedBy: z.string().optional(),
    })
    .optional(),
});

const sharedCredential = verification
  .omit({ credential: true })
  .extend(
    verification.shape.credential
      .unwrap()
      .omit({ address: true, listed: true, organization: true, language: true, replacedBy: true })
      .partial({ number: true, history: true })
      .extend({ abbreviation: z.string() }).shape,
  );

const handed = verification.extend({
  verdict: z
    .enum(['in-force', 'not-in-force', 'superseded', 'unknown-issuer', 'failed', 'open'])
    .describe(
      '`in-force`: genuine, of an issuer known here, and it holds. `not-in-force`: genuinely signed, and it does not hold. `superseded`: a former copy, whose key was withdrawn; its issuer has signed it again and the newer copy counts, see `credential`. `unknown-issuer`: every check passed but who the issuer is. `failed`: do not rely on it. `open`: something that decides could not be checked.',
    ),
  issuerKnown: z.boolean(),
  form: z.enum(['data-integrity', 'vc+jwt', 'sd-jwt']).describe('How it is secured.'),
  claims: z
    .object({
      title: z.string(),
      holderName: z.string(),
      issuer: z.string(),
      validFrom: instant.optional(),
      validUntil: instant.optional(),
    })
    .describe('What it says of itself, believed or not.'),
});

const opened = z.discriminatedUnion('found', [
  handed.extend({
    found: z.literal('credential'),
    carrier: z.enum(['json', 'text', 'png', 'svg', 'pdf', 'code']).describe('What it was carried in.'),
  }),
  z.object({ found: z.literal('number'), number: z.string() }).describe('The number of a credential, or its page.'),
  z.object({ found: z.literal('address'), address: z.string() }).describe('Another address. It was not opened.'),
]);

/** JSON-LD. */
const linkedData = z.record(z.string(), z.unknown());

const byNumber = z.strictObject({ number: z.string().trim().min(4).max(60) });

export const registryContract = {
  verifyByNumber: operation({
    method: 'GET',
    path: '/verify/{number}',
    tag: 'Verification',
    summary: 'Is this credential genuine, and does it hold now?',
    policy: { allow: ['anyone'], tenancy: noTenant },
    problems: ['registry.no-such-credential'],
  })
    .input(byNumber)
    .output(verification.extend({ credential: verification.shape.credential.unwrap() })),
  readShareLink: operation({
    method: 'GET',
    path: '/share-links/{token}',
    tag: 'Verification',
    summary: 'What the holder of a credential shows by a link',
    description: 'Number and history are there only where the holder lets the link show them.',
    policy: { allow: ['anyone'], tenancy: noTenant },
    problems: ['credentialing.link-ended'],
  })
    .input(z.strictObject({ token: z.string().trim().min(1).max(100) }))
    .output(sharedCredential),
  getCredentialLinkedData: operation({
    method: 'GET',
    path: '/verify/{number}/linked-data',
    tag: 'Verification',
    summary: 'The credential in the terms of schema.org',
    description: 'An EducationalOccupationalCredential; its holder only by consent.',
    policy: { allow: ['anyone'], tenancy: noTenant },
    problems: ['registry.no-such-credential'],
  })
    .input(byNumber)
    .output(z.object({ schemaOrg: linkedData })),
  getProgramLinkedData: operation({
    method: 'GET',
    path: '/programs/{programId}/linked-data',
    tag: 'Verification',
    summary: 'A program in the terms of CTDL (Credential Engine) and of schema.org',
    policy: { allow: ['anyone'], tenancy: noTenant },
    problems: ['programs.no-such-program'],
  })
    .input(z.strictObject({ programId: z.string().min(1).max(100) }))
    .output(z.object({ ctdl: linkedData, schemaOrg: linkedData })),
  getPublicDocument: operation({
    method: 'GET',
    path: '/verify/{number}/credential',
    tag: 'Verification',
    summary: 'The signed credential, byte for byte, to check it elsewhere',
    policy: { allow: ['anyone'], tenancy: noTenant },
    problems: ['registry.no-such-credential'],
  })
    .input(byNumber)
    .output(z.file()),
  getCredentialPicture: operation({
    method: 'GET',
    path: '/verify/{number}/picture',
    tag: 'Verification',
    summary: 'A picture of the credential and its status now, for links that are shared',
    description: 'PNG, 1200 by 630. It names the holder only when the holder agreed to be named in public.',
    policy: { allow: ['anyone'], tenancy: noTenant },
    problems: ['registry.no-such-credential', 'platform.busy', 'registry.too-many-tries'],
  })
    .input(byNumber)
    .output(z.file()),
  verifyDocument: operation({
    method: 'POST',
    path: '/verify',
    tag: 'Verification',
    summary: 'Check the text of a credential that somebody handed over: JSON, JWT or SD-JWT',
    description:
      'Nothing is stored. The key and the status list of an issuer unknown here are asked for at its public address (did:web); what could not be checked says so.',
    policy: { allow: ['anyone'], tenancy: noTenant },
    command: false,
    problems: ['registry.not-a-credential', 'registry.too-many-tries'],
  })
    .input(z.strictObject({ document: z.string().min(2).max(500_000) }))
    .output(handed),
  verifyFile: operation({
    method: 'POST',
    path: '/verify/file',
    tag: 'Verification',
    summary: 'Check anything that somebody handed over',
    description:
      'JSON, JWT, SD-JWT, a PNG or SVG with the credential in it, the PDF of a certificate, or a picture (PNG, JPEG) of its QR code; 10 MB at most. An address in a code is answered, and never opened.',
    policy: { allow: ['anyone'], tenancy: noTenant },
    command: false,
    problems: [
      'registry.not-a-credential',
      'registry.file-too-large',
      'registry.no-code-in-picture',
      'registry.busy',
      'registry.too-many-tries',
    ],
  })
    .input(z.strictObject({ file: z.file() }))
    .output(opened),
  searchRegister: operation({
    method: 'GET',
    path: '/register',
    tag: 'Verification',
    summary: 'Certified persons who agreed to be listed, by name or number',
    policy: { allow: ['anyone'], tenancy: noTenant },
  })
    .input(z.strictObject({ query: z.string().trim().max(100).default(''), page }))
    .output(
      z.object({
        entries: z.array(
          z.object({
            number: z.string(),
            holderName: z.string(),
            title: z.string(),
            postnominal: z.string().optional(),
            abbreviation: z.string(),
            organizationName: z.string(),
            state: credentialState,
            validFrom: instant,
            validUntil: instant,
            demonstration: z.boolean(),
          }),
        ),
        total: z.number().int(),
        page: z.number().int(),
        pageSize: z.number().int(),
      }),
    ),
};
