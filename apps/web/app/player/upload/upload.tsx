import { IconFile, IconTrash, IconUpload } from '@tabler/icons-react';
import { type ChangeEvent, useRef, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import { membersOf } from '../answers/choose.ts';
import { isWanted, kindOf, nameFromValue, withFile, withoutFile } from '../answers/files.ts';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { messages } from '../messages.ts';
import styles from './upload.module.css';

type State = { readonly name: string; readonly share: number } | { readonly problem: string } | null;

/** A file of the candidate's (class UploadInteraction). It is sent at once; the value names where it is kept. */
export const Upload = (props: InteractionProps<KindOf<'upload'>>) => {
  const { interaction, id, value, onChange, mode, labelledBy, describedBy, context } = props;
  const { cardinality, types } = interaction;
  const t = useText(messages);
  const [state, setState] = useState<State>(null);
  const latest = useRef(value);
  latest.current = value;
  const files = membersOf(value);
  const { upload } = context;
  const named = (file: string, at: number) => {
    const known = context.fileOf?.(file);
    return { name: known?.name ?? nameFromValue(file) ?? t('file', { number: at + 1 }), href: known?.href ?? null };
  };

  const send = async (file: File) => {
    if (upload === undefined) return;
    if (!isWanted(file, types)) return setState({ problem: t('wrongType', { name: file.name }) });
    setState({ name: file.name, share: 0 });
    try {
      const stored = await upload(file, (share) => setState({ name: file.name, share }));
      onChange(withFile(latest.current, stored, cardinality));
      setState(null);
      context.say(t('uploaded', { name: file.name }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : '';
      const problem =
        reason === '' ? t('uploadFailedPlainly', { name: file.name }) : t('uploadFailed', { name: file.name, reason });
      setState({ problem });
    }
  };
  const onFile = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    // So that the same file can be chosen again after a failure.
    currentTarget.value = '';
    if (file) void send(file);
  };
  const remove = (file: string, name: string) => {
    onChange(withoutFile(value, file, cardinality));
    context.say(t('removed', { name }));
  };

  const busy = state !== null && 'share' in state;
  const typeNames = types.map((type) => {
    const { kind, name } = kindOf(type);
    return kind === 'other' ? name : t(`type-${kind}`);
  });
  const words = files.length === 0 ? t('chooseFile') : cardinality === 'single' ? t('replaceFile') : t('chooseAnother');
  return (
    <div className={styles.upload}>
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((file, at) => {
            const { name, href } = named(file, at);
            return (
              <li key={file} className={styles.file}>
                <Icon of={IconFile} />
                <span className={styles.name}>{href === null ? name : <a href={href}>{name}</a>}</span>
                {mode === 'open' && (
                  <button
                    type="button"
                    className={styles.remove}
                    aria-label={t('removeFile', { name })}
                    onClick={() => remove(file, name)}
                  >
                    <Icon of={IconTrash} />
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {mode !== 'open' && files.length === 0 && <p className={styles.hint}>{t('notAnswered')}</p>}
      {mode === 'open' && upload === undefined && <p className={styles.hint}>{t('noUpload')}</p>}
      {mode === 'open' && upload !== undefined && (
        <>
          <label className={styles.button} data-busy={busy}>
            <Icon of={IconUpload} />
            <span id={`${id}-words`}>{words}</span>
            <input
              id={id}
              type="file"
              className={styles.input}
              accept={types.length === 0 ? undefined : types.join(',')}
              disabled={busy}
              aria-labelledby={`${labelledBy} ${id}-words`}
              aria-describedby={describedBy}
              onChange={onFile}
            />
          </label>
          {types.length > 0 && (
            <span className={styles.hint}>{t('fileTypes', { types: [...new Set(typeNames)].join(', ') })}</span>
          )}
        </>
      )}
      {state !== null && 'share' in state && (
        <div className={styles.progress}>
          <span id={`${id}-progress`}>{t('uploading', { name: state.name, share: state.share })}</span>
          <progress value={state.share} max={1} aria-labelledby={`${id}-progress`} />
        </div>
      )}
      {state !== null && 'problem' in state && (
        <p role="alert" className={styles.problem}>
          {state.problem}
        </p>
      )}
    </div>
  );
};
