import type { CandidateItem, PlainValue } from '@testamur/qti';
import { z } from 'zod';
import { inOrganization, operation } from '../../platform/operations/operation.ts';
import { id, instant, page, slug } from '../../platform/operations/schemas.ts';

const form = z.object({
  id: z.string(),
  name: z.string(),
  programId: z.string(),
  assessmentId: z.string(),
  edition: z.string(),
  items: z.number().int(),
  seed: z.number().int(),
  publishedAt: instant,
  publishedBy: z.string(),
  topics: z.array(z.object({ topic: z.string(), items: z.number().int() })),
});

export const itemBankContract = {
  listItems: operation({
    method: 'GET',
    path: '/organizations/{organization}/programs/{programId}/items',
    tag: 'Item bank',
    summary: 'Items of a program',
    policy: { allow: ['psychometrician', 'auditor'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug, programId: slug, page, topic: z.string().max(60).optional() }))
    .output(
      z.object({
        items: z.array(
          z.object({
            id: z.string(),
            identifier: z.string(),
            title: z.string(),
            topic: z.string(),
            cognitiveLevel: z.string(),
            objective: z.string(),
            forms: z.number().int(),
          }),
        ),
        total: z.number().int(),
        page: z.number().int(),
        pageSize: z.number().int(),
      }),
    ),
  getItem: operation({
    method: 'GET',
    path: '/organizations/{organization}/items/{itemId}',
    tag: 'Item bank',
    summary: 'One item as authors see it, key and rationale included; every look is audited',
    policy: { allow: ['psychometrician', 'auditor'], tenancy: inOrganization },
    problems: ['item-bank.no-such-item'],
  })
    .input(z.strictObject({ organization: slug, itemId: id }))
    .output(
      z.object({
        id: z.string(),
        identifier: z.string(),
        title: z.string(),
        topic: z.string(),
        cognitiveLevel: z.string(),
        objective: z.string(),
        stem: z.string(),
        choices: z.array(z.object({ id: z.string(), text: z.string(), key: z.boolean() })),
        rationale: z.string(),
        view: z.custom<CandidateItem>((value) => typeof value === 'object' && value !== null),
        key: z.record(
          z.string(),
          z.custom<PlainValue>((value) => value !== undefined),
        ),
        maxScore: z.number().nullable().describe('Score points; null where it cannot be told.'),
        xml: z.string(),
      }),
    ),
  importItems: operation({
    method: 'POST',
    path: '/organizations/{organization}/programs/{programId}/items',
    tag: 'Item bank',
    summary: 'Import QTI 3 items; one report an item, all or nothing',
    policy: { allow: ['psychometrician'], tenancy: inOrganization },
    problems: ['item-bank.items-refused', 'programs.no-such-program'],
  })
    .input(
      z.strictObject({
        organization: slug,
        programId: slug,
        items: z
          .array(
            z.strictObject({
              xml: z.string().min(1).max(1_000_000),
              topic: z.string().min(1).max(60),
              cognitiveLevel: z.string().min(1).max(40),
              objective: z.string().max(200),
            }),
          )
          .min(1)
          .max(500),
      }),
    )
    .output(z.object({ imported: z.number().int(), unchanged: z.number().int() })),
  publishForm: operation({
    method: 'POST',
    path: '/organizations/{organization}/programs/{programId}/forms',
    tag: 'Item bank',
    summary: 'Assemble a form by the blueprint from a seed and freeze it',
    policy: { allow: ['psychometrician'], tenancy: inOrganization },
    problems: [
      'item-bank.too-few-items',
      'item-bank.no-such-assessment',
      'item-bank.name-taken',
      'programs.no-such-program',
    ],
  })
    .input(
      z.strictObject({
        organization: slug,
        programId: slug,
        assessmentId: slug,
        edition: z
          .string()
          .max(160)
          .optional()
          .describe('The edition whose blueprint holds and whose candidates get it; the one in force without it.'),
        name: z.string().trim().min(1).max(60),
        seed: z.int().min(0).max(2_147_483_647),
      }),
    )
    .output(form),
  listForms: operation({
    method: 'GET',
    path: '/organizations/{organization}/programs/{programId}/forms',
    tag: 'Item bank',
    summary: 'Published forms',
    policy: { allow: ['psychometrician', 'program-manager', 'auditor'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug, programId: slug }))
    .output(z.object({ forms: z.array(form) })),
};
