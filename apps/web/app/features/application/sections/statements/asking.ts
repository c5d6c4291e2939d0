import { type Program, type Requirement, type RequirementOf, type Standing, statementRoom } from '@testamur/program';
import type { Candidacy } from '../../candidacy.ts';
import { findLine } from '../sections.ts';

/** A requirement that is met by what others say. */
export type Asking = RequirementOf<'references' | 'training'>;
export type StatementView = Candidacy['statements'][number];

export const asksOthers = (requirement: Requirement): requirement is Asking =>
  requirement.kind === 'references' || requirement.kind === 'training';

/** How many more can be asked now: none once it is decided, or where the application is over. */
export const roomNow = (program: Program, standing: Standing, { id }: Asking): number => {
  const line = findLine(standing, id);
  const application = findLine(standing, 'application');
  const isDecided = [line, application].some((one) => one?.state === 'met' || one?.state === 'not-met');
  return standing.final || line === undefined || isDecided ? 0 : statementRoom(program, standing, id);
};

/** How many people still have to be asked so that there can be enough. */
export const stillNeeded = (requirement: Asking, statements: readonly StatementView[]): number => {
  const taken = statements.filter(
    ({ state, setAside }) => state === 'waiting' || (state === 'given' && setAside !== true),
  ).length;
  return Math.max(0, (requirement.kind === 'references' ? requirement.minimum : 1) - taken);
};

/** How the candidate is told: what was given and came to nothing is not "given". */
export const shownState = ({ state, confirmed, setAside }: StatementView) => {
  if (state !== 'given') return state;
  if (confirmed === false) return 'denied';
  return setAside === true ? 'set-aside' : 'given';
};
