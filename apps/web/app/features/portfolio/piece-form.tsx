import { ActForm } from '../../forms/act-form.tsx';
import { useField } from '../../forms/form-problem.ts';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { Field } from '../../parts/field.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { CheckList } from '../../parts/radio-list.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import type { Criterion, Piece } from './portfolio-data.ts';

const maxMegabytes = 10;

/** A file that arrived with a form that was refused is not sent twice. */
const NewFile = () => {
  const t = useText(messages);
  const fileId = useField('fileId').sent?.[0];
  const name = useField('fileName').sent?.[0];
  return (
    <>
      <FileField
        // Emptied when its file has arrived, so that it does not go twice.
        key={fileId ?? ''}
        name="file"
        label={t('pieceFile')}
        hint={name === undefined ? t('pieceFileHint') : t('fileInPlace', { name })}
        maxMegabytes={maxMegabytes}
      />
      {fileId !== undefined && <input type="hidden" name="fileId" value={fileId} />}
      {name !== undefined && <input type="hidden" name="fileName" value={name} />}
    </>
  );
};

interface PieceFormProps {
  criteria: readonly Criterion[];
  /** Absent for a new piece. */
  piece?: Piece;
}

/** A piece: title, file, what it shows, the account. */
export const PieceForm = ({ criteria, piece }: PieceFormProps) => {
  const t = useText(messages);
  return (
    <ActForm files>
      <Field
        name="title"
        label={t('pieceTitle')}
        hint={t('pieceTitleHint')}
        autoComplete="off"
        defaultValue={piece?.title ?? ''}
      />
      {piece ? <p>{t('fileStays')}</p> : <NewFile />}
      <CheckList
        name="criteria"
        legend={t('pieceCriteria')}
        options={criteria.map(({ id, title, description }) => ({ value: id, label: title, hint: description }))}
        defaultValues={piece?.criteria ?? []}
      />
      <Field
        name="reflection"
        label={t('pieceReflection')}
        hint={t('pieceReflectionHint')}
        lines={10}
        defaultValue={piece?.reflection ?? ''}
      />
      <ButtonRow>
        <SubmitButton>{t('save')}</SubmitButton>
      </ButtonRow>
    </ActForm>
  );
};
