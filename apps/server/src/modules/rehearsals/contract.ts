import { z } from 'zod';
import { inOrganization, noTenant, operation } from '../../platform/operations/operation.ts';
import { roles } from '../../platform/operations/parties.ts';
import { instant, slug } from '../../platform/operations/schemas.ts';

export const rehearsalsContract = {
  openRehearsal: operation({
    method: 'POST',
    secret: true,
    path: '/rehearsals',
    tag: 'Rehearsals',
    summary: 'Open a rehearsal organization with its own clock and made-up staff',
    description:
      'Everything that it makes is marked as a demonstration. The tokens act as the people of the rehearsal.',
    policy: { allow: ['operator'], tenancy: noTenant },
    problems: ['programs.no-such-program'],
  })
    .input(z.strictObject({ programId: slug, startAt: instant.optional() }))
    .output(
      z.object({
        organization: z.string(),
        programId: z.string(),
        now: instant,
        staff: z.array(z.object({ role: z.enum(roles), name: z.string(), token: z.string() })),
        candidate: z.object({ name: z.string(), email: z.string(), password: z.string() }),
      }),
    ),
  moveClock: operation({
    method: 'POST',
    path: '/rehearsals/{organization}/clock',
    tag: 'Rehearsals',
    summary: 'Move the clock of a rehearsal forward; what falls due on the way is done',
    policy: { allow: ['operator', 'administrator'], tenancy: inOrganization },
    problems: ['rehearsals.not-a-rehearsal', 'rehearsals.backwards'],
  })
    .input(z.strictObject({ organization: slug, to: instant }))
    .output(z.object({ now: instant })),
  settle: operation({
    method: 'POST',
    path: '/rehearsals/{organization}/settle',
    tag: 'Rehearsals',
    summary: 'Wait until the background work of a rehearsal is done',
    policy: { allow: ['operator', 'administrator'], tenancy: inOrganization },
    command: false,
    problems: ['rehearsals.not-a-rehearsal'],
  })
    .input(z.strictObject({ organization: slug }))
    .output(z.object({ waiting: z.number().int(), failed: z.number().int() })),
};
