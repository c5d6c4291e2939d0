import { Checkbox } from '@mantine/core';
import { useRef } from 'react';
import { useDocument } from '../../../document/document-context.ts';
import { fieldId, useField } from '../../../forms/form-problem.ts';
import { FieldSet } from '../../../parts/field-set.tsx';
import { useText } from '../../../text/use-text.ts';
import type { EvidenceFile } from '../candidacy.ts';
import { fileSize } from './file-size.ts';
import { messages } from './section-messages.ts';
import styles from './sections.module.css';
import { SendingRow } from './sending-row.tsx';
import { useSending } from './use-sending.ts';

interface FilesFieldProps {
  candidacyId: string;
  /** All files of the candidacy, for their names. */
  known: readonly EvidenceFile[];
  /** Ids of the files that belong to this entry. */
  chosen: readonly string[];
  most: number;
  /** What proves it, in words. */
  proof: string;
}

/**
 * Evidence, several files. With JavaScript each file is sent as soon as it is picked, shows its state, and can be tried
 * again; what is not sent yet stays in the form and goes with it, as it does without JavaScript.
 */
export const FilesField = ({ candidacyId, known, chosen, most, proof }: FilesFieldProps) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const { error } = useField('files');
  const { sent } = useField('fileId');
  const input = useRef<HTMLInputElement>(null);
  const { rows, pick, again, drop } = useSending(candidacyId, input);
  const done = rows.flatMap(({ saved }) => saved ?? []);
  const inPlace = known.filter(({ id }) => (sent ?? chosen).includes(id) && !done.some((file) => file.id === id));
  return (
    <FieldSet legend={t('files')} hint={t('filesHint', { most, proof })} error={error}>
      {(inPlace.length > 0 || rows.length > 0) && (
        <ul className={styles.files}>
          {[...inPlace, ...done].map((file) => (
            <li key={file.id} className={styles.present}>
              <Checkbox
                name="fileId"
                value={file.id}
                defaultChecked
                label={t('fileNamed', { name: file.name, size: fileSize(file.bytes, locale) })}
              />
              <a href={`/me/files/${file.id}`} aria-label={t('fileOpenOf', { name: file.name })}>
                {t('fileOpen')}
              </a>
            </li>
          ))}
          {rows
            .filter(({ saved }) => saved === undefined)
            .map((row) => (
              <SendingRow key={row.key} row={row} onAgain={() => again(row.key)} onDrop={() => drop(row.key)} />
            ))}
        </ul>
      )}
      {inPlace.length + done.length > 0 && <p className={styles.quiet}>{t('keepFile')}</p>}
      <label className={styles.pick} htmlFor={fieldId('files')}>
        {t('filePick')} <span className={styles.quiet}>({t('filesNow')})</span>
      </label>
      <input
        ref={input}
        id={fieldId('files')}
        type="file"
        name="files"
        multiple
        accept="application/pdf,image/jpeg,image/png"
        className={styles.picker}
        aria-invalid={error !== undefined}
        onChange={pick}
      />
    </FieldSet>
  );
};
