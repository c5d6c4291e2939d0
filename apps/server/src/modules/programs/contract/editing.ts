import type { Difference, Standing } from '@testamur/program';
import { z } from 'zod';
import { inOrganization, operation } from '../../../platform/operations/operation.ts';
import { calendarDate, id, instant, page, slug } from '../../../platform/operations/schemas.ts';
import { program } from './shapes.ts';

const yaml = z.string().min(1).max(500_000);
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const track = z.record(slug, slug).describe('The option chosen on each axis of the tracks.');

const problem = z.object({
  line: z.number().int(),
  column: z.number().int(),
  message: z.string(),
  hint: z.string().optional(),
});

/** What one who fits pays until certified. */
const priceRow = z.object({
  payerClass: z.object({ id: z.string(), label: z.string() }),
  region: z.object({ id: z.string(), title: z.string() }).optional(),
  track: z.object({ options: track, title: z.string() }).optional(),
  currency: z.string(),
  totalMinor: z.number().int(),
  lines: z.array(
    z.object({
      fee: z.string(),
      kind: z.enum(['fee', 'bundle', 'tax', 'voucher']),
      title: z.string(),
      amountMinor: z.number().int(),
    }),
  ),
});

const checked = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(false), problems: z.array(problem) }),
  z.object({
    ok: z.literal(true),
    problems: z.array(problem).max(0),
    program,
    published: z.boolean().describe('The edition is published already, so that the file needs another one.'),
    sample: z.custom<Standing>(isObject).describe('Where somebody stands who has just begun.'),
    checklist: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        title: z.string(),
        description: z.string(),
        asked: z.boolean().describe('Asked of somebody in the region and the track of the sample.'),
        evidence: z.array(z.object({ title: z.string(), description: z.string() })),
      }),
    ),
    prices: z.array(priceRow),
  }),
]);

const moments = ['certification', 'renewal', 'now'] as const;
const effects = ['worse', 'better', 'other'] as const;

const preview = z.object({
  previewId: id,
  programId: z.string(),
  edition: z.string(),
  requestedAt: instant,
  requestedBy: z.string(),
  state: z.enum(['running', 'done']),
  done: z.number().int().describe('Candidacies that were looked at so far.'),
  total: z.number().int(),
  affected: z.number().int().describe('Candidacies that would be decided or stand otherwise.'),
  unread: z.number().int().describe('Candidacies of which no standing can be made.'),
  counts: z.array(z.object({ moment: z.enum(moments), effect: z.enum(effects), candidacies: z.number().int() })),
});

const affected = z.object({
  candidacyId: id,
  number: z.string(),
  differences: z.array(z.custom<Difference>(isObject)),
});

const group = z.object({ candidates: z.number().int(), certificants: z.number().int() });

export const editingContract = {
  checkProgram: operation({
    method: 'POST',
    path: '/organizations/{organization}/programs/check',
    tag: 'Program editor',
    summary: 'Check a program file and see what people would see; nothing is stored',
    policy: { allow: ['program-manager'], tenancy: inOrganization },
    command: false,
  })
    .input(
      z.strictObject({
        organization: slug,
        yaml: z.string().max(500_000),
        region: slug.optional().describe('For the sample; the first one without it.'),
        track: track.optional().describe('For the sample; the first options without it.'),
      }),
    )
    .output(checked),
  getDraft: operation({
    method: 'GET',
    path: '/organizations/{organization}/programs/{programId}/draft',
    tag: 'Program editor',
    summary: 'The shared draft of a program, and the edition in force that it starts from',
    policy: { allow: ['program-manager'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug, programId: slug }))
    .output(
      z.object({
        draft: z
          .object({ yaml: z.string(), revision: z.number().int(), savedAt: instant, savedBy: z.string() })
          .optional(),
        inForce: z.object({ edition: z.string(), yaml: z.string(), publishedAt: instant }).optional(),
      }),
    ),
  saveDraft: operation({
    method: 'PUT',
    path: '/organizations/{organization}/programs/{programId}/draft',
    tag: 'Program editor',
    summary: 'Save the shared draft; refused when somebody else saved since it was read',
    policy: { allow: ['program-manager'], tenancy: inOrganization },
    problems: ['programs.draft-changed'],
  })
    .input(
      z.strictObject({
        organization: slug,
        programId: slug,
        yaml: z.string().max(500_000),
        revision: z.int().min(0).describe('The revision that was read; 0 where there was no draft.'),
      }),
    )
    .output(z.object({ revision: z.number().int(), savedAt: instant })),
  previewEdition: operation({
    method: 'POST',
    path: '/organizations/{organization}/programs/preview',
    tag: 'Program editor',
    summary: 'Put a program file to every candidacy of the program, past and present',
    description: 'Small programs are answered at once; for larger ones read `getPreview` until the state is `done`.',
    policy: { allow: ['program-manager'], tenancy: inOrganization },
    problems: ['programs.file-refused', 'programs.no-such-program'],
  })
    .input(z.strictObject({ organization: slug, yaml }))
    .output(preview),
  getPreview: operation({
    method: 'GET',
    path: '/organizations/{organization}/previews/{previewId}',
    tag: 'Program editor',
    summary: 'How far a preview has come, and the candidacies that it found',
    policy: { allow: ['program-manager'], tenancy: inOrganization },
    problems: ['programs.no-such-preview'],
  })
    .input(z.strictObject({ organization: slug, previewId: id, page, effect: z.enum(effects).optional() }))
    .output(
      preview.extend({
        candidacies: z.array(affected),
        matching: z.number().int(),
        page: z.number().int(),
        pageSize: z.number().int(),
      }),
    ),
  publishEdition: operation({
    method: 'POST',
    path: '/organizations/{organization}/programs',
    tag: 'Program editor',
    summary: 'Publish an edition from a program file; its transition says who is moved to it',
    policy: { allow: ['program-manager'], tenancy: inOrganization },
    problems: ['programs.file-refused', 'programs.edition-exists'],
  })
    .input(z.strictObject({ organization: slug, yaml }))
    .output(
      z.object({
        programId: z.string(),
        edition: z.string(),
        transition: z
          .object({
            movedNow: group,
            movedLater: z.object({ on: calendarDate, candidates: z.number().int() }).optional(),
            kept: group,
          })
          .optional()
          .describe('How many of those under way under the editions that it follows.'),
      }),
    ),
};
