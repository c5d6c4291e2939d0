import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Icon } from '../../../parts/icon.tsx';
import styles from '../../../staff/staff.module.css';
import { useText } from '../../../text/use-text.ts';
import { messages } from './messages.ts';

/** The codes of vouchers that were just issued, to be saved now: they are kept nowhere in the clear. */
export const Issued = ({ codes, csv }: { codes: readonly string[]; csv: string }) => {
  const t = useText(messages);
  return (
    <div role="status">
      <p>
        <strong>{t('issuedLead')}</strong>
      </p>
      <p>
        <Button
          component="a"
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`}
          download="vouchers.csv"
          leftSection={<Icon of={IconDownload} size={16} />}
        >
          {t('download')}
        </Button>
      </p>
      <p>{t('copyHint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys. */}
      <pre className={styles.source} tabIndex={0}>
        {codes.join('\n')}
      </pre>
    </div>
  );
};
