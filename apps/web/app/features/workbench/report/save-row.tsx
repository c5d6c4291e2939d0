import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { LinkButton } from '../../../parts/link-button.tsx';
import { useText } from '../../../text/use-text.ts';
import { addressOf } from '../address.ts';
import { Failure } from '../failure.tsx';
import { messages } from '../messages.ts';
import { saveFile } from '../save-file.ts';
import { type Answer, failureOf } from '../use-answer.ts';
import { useWorkbench } from '../workbench-context.ts';
import { totalsOf } from './totals.ts';

/** What can be taken away from here: into the item bank, or as a file. */
export const SaveRow = () => {
  const t = useText(messages);
  const { engine, report, keeping } = useWorkbench();
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<Extract<Answer<never>, { state: 'failed' }> | undefined>();
  const { usable, forBank } = totalsOf(report.items);
  const base = report.name.replace(/^.*\//, '').replace(/\.\w+$/, '') || 'items';
  if (usable === 0) return null;

  const saving = (save: () => Promise<string>) => {
    setFailure(undefined);
    save().then(setSaid, (error: unknown) => setFailure(failureOf(error)));
  };
  const savePackage = async () => {
    const { bytes, losses } = await engine.ask('package', null);
    const name = `${base}-qti3.zip`;
    saveFile(name, bytes, 'application/zip');
    const [first] = losses;
    return first === undefined
      ? t('saved', { name })
      : t('savedLosses', { name, count: losses.length, first: `${first.file}: ${first.text}` });
  };
  const saveCsv = async () => {
    const { csv, left } = await engine.ask('csv', null);
    const name = `${base}.csv`;
    saveFile(name, csv, 'text/csv;charset=utf-8');
    const [first] = left;
    const words = first === undefined ? '' : `${first.identifier} (${first.text})`;
    return t('savedLeft', { name, written: usable - left.length, count: left.length, first: words });
  };
  return (
    <>
      <ButtonRow>
        {keeping && forBank > 0 && <LinkButton to={addressOf({ at: 'keep' })}>{t('keep')}</LinkButton>}
        <Button
          variant="default"
          leftSection={<Icon of={IconDownload} size={16} />}
          onClick={() => saving(savePackage)}
        >
          {t('savePackage')}
        </Button>
        <Button variant="default" leftSection={<Icon of={IconDownload} size={16} />} onClick={() => saving(saveCsv)}>
          {t('saveCsv')}
        </Button>
      </ButtonRow>
      <div role="status">{said !== '' && <p>{said}</p>}</div>
      {failure && <Failure of={failure} />}
    </>
  );
};
