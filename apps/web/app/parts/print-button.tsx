import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useText } from '../text/use-text.ts';
import { Icon } from './icon.tsx';
import { messages } from './messages.ts';

/** Prints the page as it stands. */
export const PrintButton = ({ children }: { children?: string }) => {
  const t = useText(messages);
  return (
    <Button variant="default" leftSection={<Icon of={IconPrinter} />} onClick={() => window.print()}>
      {children ?? t('print')}
    </Button>
  );
};
