import type { FieldError } from '../../forms/form-problem.ts';
import type { Translate } from '../../text/format.ts';
import type { messages } from './messages.ts';

export interface PieceEntered {
  readonly title: string;
  readonly reflection: string;
  readonly criteria: string[];
}

const leastReflection = 50;

/** What a form about a piece says, and what is wrong with it. */
export const readPiece = (form: FormData, t: Translate<typeof messages>) => {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const piece: PieceEntered = {
    title: text('title'),
    reflection: text('reflection'),
    criteria: form.getAll('criteria').filter((value) => typeof value === 'string'),
  };
  const errors: FieldError[] = [
    ...(piece.title === '' ? [{ name: 'title', message: t('titleError') }] : []),
    ...(piece.criteria.length === 0 ? [{ name: 'criteria', message: t('criteriaError') }] : []),
    ...(piece.reflection.length < leastReflection ? [{ name: 'reflection', message: t('reflectionError') }] : []),
  ];
  return { piece, errors };
};

/** A file that was chosen; browsers send an empty one where none was. */
export const fileIn = (form: FormData): File | undefined => {
  const file = form.get('file');
  return file instanceof File && file.size > 0 ? file : undefined;
};
