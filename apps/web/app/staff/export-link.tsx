import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Icon } from '../parts/icon.tsx';
import { useText } from '../text/use-text.ts';
import { messages } from './messages.ts';

/** "Export 214 rows": the whole list as CSV, not only the page that is shown. Nothing where there is nothing. */
export const ExportLink = ({ href, count }: { href: string; count: number }) => {
  const t = useText(messages);
  if (count === 0) return null;
  return (
    <Button component="a" href={href} variant="default" leftSection={<Icon of={IconDownload} size={16} />}>
      {t('export', { count })}
    </Button>
  );
};
