import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { useText } from '../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './staff.module.css';

/** Filters of a list in one row; they stand in the address. */
export const SearchForm = ({ children }: { children: ReactNode }) => {
  const t = useText(messages);
  return (
    <Form method="get" role="search" className={styles.search}>
      {children}
      <Button type="submit" variant="default">
        {t('search')}
      </Button>
    </Form>
  );
};
