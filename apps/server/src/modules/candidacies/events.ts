import { defineEvent } from '../../platform/jobs/index.ts';

/** Facts were recorded, or the clock alone moved the standing. */
export const candidacyChanged = defineEvent<{ organizationId: string; candidacyId: string }>('candidacy.changed');
