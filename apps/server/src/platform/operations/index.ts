export {
  inOrganization,
  type LocatedKind,
  noTenant,
  type OperationMeta,
  ofObject,
  operation,
  type Policy,
  type Tenancy,
} from './operation.ts';
export { anyStaff, type Party, parties, type Role, roles } from './parties.ts';
