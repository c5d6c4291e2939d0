import { newId } from '../../../kernel/index.ts';
import type { Caller, World } from './world.ts';

/** A one-page PDF, as small as a reader still takes it. */
export const pdfFile = (name = 'letter.pdf'): File =>
  new File([`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n${name}`], name, {
    type: 'application/pdf',
  });

export const begin = async (world: World, candidate: Caller): Promise<string> => {
  const { candidacyId } = await candidate.api.candidacies.beginCandidacy({
    organization: world.organization.slug,
    programId: 'calt',
  });
  return candidacyId;
};

/** Three years at an academic library, a bachelor's degree, and the signature. */
export const fillIn = async ({ api, name }: Caller, candidacyId: string): Promise<void> => {
  const { id: fileId } = await api.candidacies.uploadFile({ candidacyId, file: pdfFile() });
  await api.candidacies.saveSection({
    candidacyId,
    requirement: 'experience',
    claim: {
      kind: 'experience',
      entries: [
        {
          id: newId(),
          employer: 'Riverside College',
          position: 'Library technician',
          setting: 'academic-library',
          from: '2024-02-01',
          fullTimePercent: 100,
          fileIds: [fileId],
        },
      ],
    },
  });
  await api.candidacies.saveSection({
    candidacyId,
    requirement: 'education',
    claim: {
      kind: 'education',
      entries: [
        {
          id: newId(),
          institution: 'State University',
          level: 'bachelor',
          field: 'History',
          awardedOn: '2019-06-15',
          accredited: true,
          fileIds: [],
        },
      ],
    },
  });
  await api.candidacies.saveSection({
    candidacyId,
    requirement: 'conduct',
    claim: { kind: 'attestation', signedName: name, documentVersion: '2026' },
  });
};

export const apply = async (world: World, candidate: Caller): Promise<string> => {
  const candidacyId = await begin(world, candidate);
  await fillIn(candidate, candidacyId);
  await candidate.api.candidacies.submitApplication({ candidacyId, listed: true });
  return candidacyId;
};

/** A reviewer accepts a requirement as it stands. */
export const accept = async (reviewer: Caller, candidacyId: string, requirement: string) => {
  const { claims } = await reviewer.api.candidacies.getCandidacy({ candidacyId });
  return reviewer.api.candidacies.judgeRequirement({
    candidacyId,
    requirement,
    claimDeclaredAt: claims[requirement]?.declaredAt ?? '',
    verdict: 'accepted',
    reason: 'The evidence proves it.',
  });
};
