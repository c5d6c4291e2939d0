type State =
  | 'active'
  | 'renewal-due'
  | 'in-grace'
  | 'suspended'
  | 'lapsed'
  | 'expired'
  | 'revoked'
  | 'surrendered'
  | 'replaced';

/** For the one who checks: in force, in force but ending, refused, or over. */
export const bandTone = (state: State, inForce: boolean): 'done' | 'act' | 'bad' | 'off' => {
  if (state === 'revoked' || state === 'suspended') return 'bad';
  if (state === 'in-grace') return 'act';
  if (state === 'active' || state === 'renewal-due') return inForce ? 'done' : 'bad';
  return 'off';
};
