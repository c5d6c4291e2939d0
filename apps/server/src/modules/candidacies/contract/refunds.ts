import { z } from 'zod';
import { ofObject, operation } from '../../../platform/operations/operation.ts';
import { currency, id } from '../../../platform/operations/schemas.ts';

export const refundsContract = {
  getRefundTerms: operation({
    method: 'GET',
    path: '/candidacies/{candidacyId}/refund-terms',
    tag: 'Candidacies',
    summary: 'What a withdrawal gives back, invoice by invoice, and why',
    description:
      'Before a withdrawal: what it would give back now. After it: what it gives back, less what was given back since. ' +
      'The money itself is given back by a person in finance.',
    policy: {
      allow: ['owner', 'finance', 'program-manager', 'auditor'],
      tenancy: ofObject('candidacy', 'candidacyId'),
    },
  })
    .input(z.strictObject({ candidacyId: id }))
    .output(
      z.object({
        policy: z.string().describe('What the program says of refunds.'),
        hasRules: z.boolean().describe('Without rules, the policy is all there is, and a person decides.'),
        withdrawn: z.boolean(),
        terms: z.array(
          z.object({
            invoiceId: z.string(),
            fee: z.string(),
            title: z.string(),
            currency,
            paidMinor: z.number().int().describe('Paid in money and not given back.'),
            refundMinor: z.number().int().describe('What is to be given back of it.'),
            percent: z.number(),
            reason: z.string(),
          }),
        ),
      }),
    ),
};
