import { Button, Textarea } from '@mantine/core';
import { type DragEvent, type FormEvent, useId, useState } from 'react';
import { useDocument } from '../../../document/document-context.ts';
import { ButtonRow } from '../../../parts/button-row.tsx';
import fieldStyles from '../../../parts/field.module.css';
import { Page } from '../../../parts/page.tsx';
import { intlLocaleOf } from '../../../text/locales.ts';
import { useText } from '../../../text/use-text.ts';
import type { ChosenFile } from '../engine/format.ts';
import { messages } from '../messages.ts';
import styles from '../workbench.module.css';
import type { Trouble } from '../workbench.tsx';

interface ChoosePageProps {
  /** The name of what is being read. */
  reading: string | undefined;
  trouble: Trouble | undefined;
  /** Whether items can be kept later. */
  keeps: boolean;
  onFiles(files: readonly ChosenFile[]): void;
  onStop(): void;
}

const MAX_BYTES = 256 * 1024 * 1024;
const accepted = '.zip,.imscp,.xml,.gift,.txt,.csv,.tsv,image/*,audio/*,video/*,.js,.json,.css,.vtt';

/** Drop, choose or paste. */
export const ChoosePage = ({ reading, trouble, keeps, onFiles, onStop }: ChoosePageProps) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const id = useId();
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | undefined>();

  const take = async (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length === 0) return;
    const size = files.reduce((sum, file) => sum + file.size, 0);
    if (size > MAX_BYTES) {
      const format = new Intl.NumberFormat(intlLocaleOf(locale), {
        style: 'unit',
        unit: 'megabyte',
        maximumFractionDigits: 0,
      });
      return setRefusal(t('tooLarge', { size: format.format(size / 1024 / 1024) }));
    }
    if (files.length > 1 && files.some(({ name }) => /\.(zip|imscp)$/i.test(name)))
      return setRefusal(t('manyArchives'));
    setRefusal(undefined);
    onFiles(
      await Promise.all(
        files.map(async (file) => ({
          name: file.webkitRelativePath || file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
        })),
      ),
    );
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files);
  };

  const readPasted = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('pasted');
    if (typeof text !== 'string' || text.trim() === '') return setRefusal(t('nothingPasted'));
    setRefusal(undefined);
    onFiles([{ name: t('pasted'), bytes: new TextEncoder().encode(text) }]);
  };

  const said = refusal ?? (trouble && t(trouble.what, { name: trouble.name, reason: trouble.reason }));
  return (
    <Page title={t('title')} lead={t(keeps ? 'leadKeep' : 'lead')}>
      <div role="alert">{said !== undefined && reading === undefined && <p className={styles.trouble}>{said}</p>}</div>
      <div role="status">
        {reading !== undefined && (
          <div className={styles.reading}>
            <span>{t('reading', { name: reading })}</span>
            <Button variant="default" size="sm" onClick={onStop}>
              {t('stop')}
            </Button>
          </div>
        )}
      </div>
      {reading === undefined && (
        <>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: what can be dropped can be chosen by the field inside. */}
          <section
            className={styles.drop}
            data-over={over}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={drop}
          >
            <label htmlFor={id} className={styles.dropLabel}>
              {t('drop')}
            </label>
            <p id={`${id}-hint`} className={styles.hint}>
              {t('dropHint')}
            </p>
            <input
              id={id}
              type="file"
              multiple
              accept={accepted}
              className={fieldStyles.file}
              aria-describedby={`${id}-hint`}
              onChange={(event) => void take(event.currentTarget.files)}
            />
          </section>
          <form onSubmit={readPasted} className={styles.paste}>
            <Textarea
              name="pasted"
              label={t('paste')}
              description={t('pasteHint')}
              rows={6}
              spellCheck={false}
              classNames={{ input: styles.code ?? '' }}
            />
            <ButtonRow>
              <Button type="submit" variant="default">
                {t('readPasted')}
              </Button>
            </ButtonRow>
          </form>
        </>
      )}
    </Page>
  );
};
