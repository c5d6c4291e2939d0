import { UsageError } from '../shell/errors.ts';

/** Options of an act that one person asks for and another one answers. */
export const requestOptions = {
  reason: { type: 'string', value: 'WORDS', says: 'Why; the second person reads it.' },
  confirm: { type: 'boolean', says: 'Answer, as the second person: do it.' },
  'turn-down': { type: 'boolean', says: 'Answer, as the second person: do not do it.' },
} as const;

interface Request {
  readonly reason?: string | undefined;
  readonly confirm?: boolean | undefined;
  readonly 'turn-down'?: boolean | undefined;
}

/** The answer of the second person; undefined where somebody asks. */
export const answerOf = ({ reason, confirm, 'turn-down': turnDown }: Request): boolean | undefined => {
  if (confirm && turnDown) throw new UsageError('Give --confirm or --turn-down, not both.');
  if (!(confirm || turnDown)) return undefined;
  if (reason !== undefined) throw new UsageError('--reason belongs to the request, which was made before.');
  return confirm === true;
};

/** Why somebody asks. */
export const askedOf = ({ reason }: Request): string => {
  if (reason?.trim()) return reason.trim();
  throw new UsageError('--reason is missing: say why; the second person reads it.');
};
