import { z } from 'zod';
import { inOrganization, ofObject, operation } from '../../../platform/operations/operation.ts';
import { id, slug } from '../../../platform/operations/schemas.ts';
import { answers, standing } from './shapes.ts';

const owner = { allow: ['owner'], tenancy: ofObject('candidacy', 'candidacyId') } as const;
const changed = z.object({ standing });

export const beginningContract = {
  beginCandidacy: operation({
    method: 'POST',
    path: '/organizations/{organization}/programs/{programId}/candidacies',
    tag: 'Candidacies',
    summary: 'Begin an application',
    description: 'Returns the candidacy under way in the same track where there is one.',
    policy: { allow: ['signed-in'], tenancy: inOrganization },
    problems: ['programs.no-such-program', 'candidacies.no-such-track'],
  })
    .input(
      z.strictObject({
        organization: slug,
        programId: slug,
        track: z
          .record(slug, slug)
          .optional()
          .describe('The option chosen on each axis of the tracks, where the program has any.'),
        answers: answers
          .optional()
          .describe('Of the interview before; kept to be shown while the application is filled in.'),
      }),
    )
    .output(z.object({ candidacyId: z.string(), number: z.string() })),
  declareRegion: operation({
    method: 'PUT',
    path: '/candidacies/{candidacyId}/region',
    tag: 'Candidacies',
    summary: 'Say where you live or work; rules and prices may depend on it',
    policy: owner,
    problems: ['candidacies.no-such-region', 'candidacies.not-editable'],
  })
    .input(z.strictObject({ candidacyId: id, region: slug }))
    .output(changed),
  chooseBundle: operation({
    method: 'POST',
    path: '/candidacies/{candidacyId}/bundle',
    tag: 'Candidacies',
    summary: 'Pay several first attempts at once, for a price of their own',
    description: 'Before any of them is invoiced.',
    policy: owner,
    problems: ['candidacies.no-such-bundle', 'candidacies.not-editable'],
  })
    .input(z.strictObject({ candidacyId: id, bundle: slug }))
    .output(changed),
};
