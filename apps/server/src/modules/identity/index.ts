import type { ModuleParts, Platform } from '../../platform/platform.ts';
import type { Identity } from './identity.ts';
import { tidyUpDaily } from './jobs.ts';
import { identityProcedures } from './routes.ts';

export type { Authenticator } from './auth/authenticator.ts';
export type { Auth, AuthOptions } from './auth/create-auth.ts';
export { createIdentity, type Identity, type IdentityOptions } from './identity.ts';
export { addMember, listMembersWithRole, type Member } from './members.ts';
export { createOrganization, ensurePlatformOrganization, type NewOrganization } from './organizations.ts';
export {
  createPerson,
  createSessionToken,
  findPersonByEmail,
  getPerson,
  listPeople,
  type NewPerson,
  type Person,
} from './people.ts';

export const identityModule = (platform: Pick<Platform, 'plumbing'>, identity: Identity): ModuleParts => ({
  name: 'identity',
  procedures: identityProcedures(platform.plumbing, identity),
  schedules: [tidyUpDaily(identity.auth)],
});
