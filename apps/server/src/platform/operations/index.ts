export type {
  LocatedKind,
  OperationMeta,
  Policy,
  Tenancy,
} from './operation.ts';
export { type Party, type Role, roles } from './parties.ts';
