import { type AnyContractProcedure, isContractProcedure } from '@orpc/contract';
import { contract, type Party, roles } from '../contract.ts';
import type { OperationMeta, Policy } from '../platform/operations/index.ts';

/** Everyone who might try: the columns of the matrix. */
export const actors = [
  'anonymous',
  'referee',
  'candidate-owner',
  'other-candidate',
  ...roles,
  'staff-elsewhere',
  'operator',
] as const;
export type Actor = (typeof actors)[number];

export type Answer = 'allowed' | 'sign-in' | 'forbidden' | 'hidden';

export interface Operation {
  readonly module: string;
  readonly name: string;
  readonly policy: Policy;
}

/** Every operation of the live contract. */
export const operations: readonly Operation[] = Object.entries(contract).flatMap(([module, procedures]) =>
  Object.entries(procedures as Record<string, AnyContractProcedure>).map(([name, procedure]) => {
    if (!isContractProcedure(procedure)) throw new Error(`${module}.${name} is no operation.`);
    const { policy }: OperationMeta = procedure['~orpc'].meta;
    if (!policy) throw new Error(`${module}.${name} declares no policy.`);
    return { module, name, policy };
  }),
);

/** What an actor is in an operation on the objects of the owner. */
const partiesOf = (actor: Actor, policy: Policy): ReadonlySet<Party> => {
  if (actor === 'anonymous' || actor === 'referee') return new Set<Party>(['anyone']);
  const parties = new Set<Party>(['anyone', 'signed-in']);
  if (actor === 'operator') parties.add('operator');
  if (actor === 'candidate-owner' && policy.tenancy.from === 'locate') parties.add('owner');
  const role = roles.find((one) => one === actor);
  if (role && policy.tenancy.from !== 'none') parties.add(role);
  return parties;
};

/** The answer that the declaration beside the operation promises. */
export const expectedAnswer = (actor: Actor, policy: Policy): Answer => {
  const parties = partiesOf(actor, policy);
  if (policy.allow.some((party) => parties.has(party))) return 'allowed';
  if (!parties.has('signed-in')) return 'sign-in';
  const related = parties.has('owner') || roles.some((role) => parties.has(role));
  return policy.tenancy.from === 'locate' && !related ? 'hidden' : 'forbidden';
};

const marks: Readonly<Record<Answer, string>> = {
  allowed: 'yes',
  'sign-in': 'sign in',
  forbidden: '–',
  hidden: 'hidden',
};

/** `docs/authorization.md`. */
export const writeMatrix = (): string => {
  const rows = operations.map(
    ({ module, name, policy }) =>
      `| ${module}.${name} | ${actors.map((actor) => marks[expectedAnswer(actor, policy)]).join(' | ')} |`,
  );
  return [
    '# Who may call what',
    '',
    'Made from the contract by the authorization test, which calls every operation as everyone. `yes`: allowed, the rules of',
    'the operation decide the rest. `–`: refused with 403. `hidden`: refused with 404, as if the object were not there.',
    '`sign in`: refused with 401. A referee holds a personal link and has no account. Staff elsewhere holds every role in',
    'another organization.',
    '',
    `| operation | ${actors.join(' | ')} |`,
    `|---|${actors.map(() => '---').join('|')}|`,
    ...rows,
    '',
  ].join('\n');
};
