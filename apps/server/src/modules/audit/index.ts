import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { auditProcedures } from './routes.ts';

export { type AuditTrace, listEntriesAbout } from './about.ts';
export { type AuditRecord, recordAudit, recordCommand } from './commands.ts';
export { PLATFORM_ORGANIZATION_ID, platformOrganization, visiting, type Whereabouts } from './platform-organization.ts';
export { type ChainEntry, type ChainReport, verifyEntries } from './rules.ts';

export const auditModule = (platform: Pick<Platform, 'plumbing'>): ModuleParts => ({
  name: 'audit',
  procedures: auditProcedures(platform.plumbing),
});
