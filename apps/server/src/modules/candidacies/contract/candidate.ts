import { z } from 'zod';
import { noTenant, ofObject, operation } from '../../../platform/operations/operation.ts';
import { empty, id, line, prose, reason, slug } from '../../../platform/operations/schemas.ts';
import { claim } from './claims.ts';
import { candidacyDetail, candidacySummary, file, standing } from './shapes.ts';

const owner = { allow: ['owner'], tenancy: ofObject('candidacy', 'candidacyId') } as const;
const changed = z.object({ standing });

export const candidateContract = {
  listMyCandidacies: operation({
    method: 'GET',
    path: '/me/candidacies',
    tag: 'Candidacies',
    summary: 'My candidacies with their standings, nearest deadline first',
    policy: { allow: ['signed-in'], tenancy: noTenant },
  })
    .input(empty)
    .output(z.object({ candidacies: z.array(candidacySummary) })),
  getCandidacy: operation({
    method: 'GET',
    path: '/candidacies/{candidacyId}',
    tag: 'Candidacies',
    summary: 'One candidacy: standing, claims, files, history',
    policy: {
      allow: ['owner', 'program-manager', 'reviewer', 'finance', 'psychometrician', 'auditor'],
      tenancy: ofObject('candidacy', 'candidacyId'),
    },
  })
    .input(z.strictObject({ candidacyId: id }))
    .output(candidacyDetail),
  saveSection: operation({
    method: 'PUT',
    path: '/candidacies/{candidacyId}/sections/{requirement}',
    tag: 'Candidacies',
    summary: 'Save a section of the application as a draft',
    policy: owner,
    problems: ['candidacies.not-editable', 'candidacies.wrong-claim', 'candidacies.no-such-file'],
  })
    .input(z.strictObject({ candidacyId: id, requirement: slug, claim }))
    .output(changed),
  claimMembership: operation({
    method: 'PUT',
    path: '/candidacies/{candidacyId}/membership',
    tag: 'Candidacies',
    summary: 'Claim a member price with a member number, or take the claim back with null',
    policy: owner,
    problems: ['candidacies.not-editable', 'candidacies.no-such-payer-class'],
  })
    .input(z.strictObject({ candidacyId: id, payerClass: slug, memberNumber: line.nullable() }))
    .output(changed),
  requestAccommodation: operation({
    method: 'PUT',
    path: '/candidacies/{candidacyId}/accommodation',
    tag: 'Candidacies',
    summary: 'Say what you need to show what you can do',
    policy: owner,
    problems: ['candidacies.not-editable'],
  })
    .input(z.strictObject({ candidacyId: id, request: prose.min(10, 'Say in a sentence what you need.') }))
    .output(changed),
  uploadFile: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/files',
    tag: 'Candidacies',
    summary: 'Upload a piece of evidence: PDF, JPEG or PNG, 10 MB at most',
    description: 'The content decides the type, not the name.',
    policy: owner,
    problems: [
      'candidacies.file-type-refused',
      'candidacies.file-too-large',
      'candidacies.too-many-files',
      'candidacies.not-editable',
    ],
  })
    .input(z.strictObject({ candidacyId: id, file: z.file() }))
    .output(file),
  downloadFile: operation({
    method: 'GET',
    path: '/files/{fileId}',
    tag: 'Candidacies',
    summary: 'A file of a candidacy',
    policy: {
      allow: ['owner', 'program-manager', 'reviewer', 'examiner', 'auditor'],
      tenancy: ofObject('file', 'fileId'),
    },
    problems: ['candidacies.no-such-file'],
  })
    .input(z.strictObject({ fileId: id }))
    .output(z.file()),
  submitApplication: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/submit',
    tag: 'Candidacies',
    summary: 'Submit the application, or what was asked for again',
    policy: owner,
    problems: ['candidacies.incomplete', 'candidacies.not-editable', 'candidacies.email-not-verified'],
  })
    .input(
      z.strictObject({
        candidacyId: id,
        listed: z.boolean().describe('May the public register name me once I am certified?'),
      }),
    )
    .output(changed),
  setListing: operation({
    method: 'PUT',
    path: '/candidacies/{candidacyId}/listing',
    tag: 'Candidacies',
    summary: 'Agree to be listed in the public register, or no longer',
    policy: owner,
  })
    .input(z.strictObject({ candidacyId: id, listed: z.boolean() }))
    .output(changed),
  withdrawCandidacy: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/withdraw',
    tag: 'Candidacies',
    summary: 'Withdraw',
    policy: owner,
    problems: ['candidacies.already-over'],
  })
    .input(z.strictObject({ candidacyId: id, reason: reason }))
    .output(changed),
  getApplicationPdf: operation({
    method: 'GET',
    path: '/candidacies/{candidacyId}/application.pdf',
    tag: 'Candidacies',
    summary: 'The application as submitted, as PDF',
    policy: {
      allow: ['owner', 'program-manager', 'reviewer', 'auditor'],
      tenancy: ofObject('candidacy', 'candidacyId'),
    },
    problems: ['candidacies.not-submitted'],
  })
    .input(z.strictObject({ candidacyId: id }))
    .output(z.file()),
};
