import { Checkbox } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import { useRowKeys } from './use-row-keys.ts';

const key = 'staff-row-keys';

/** A list that J and K move through. Keys of one letter can be switched off, for those who speak their commands. */
export const RowKeys = ({ children }: { children: ReactNode }) => {
  const t = useText(messages);
  const place = useRef<HTMLDivElement>(null);
  // Undefined until the browser has told it; the server has no keys to offer.
  const [on, setOn] = useState<boolean>();
  useEffect(() => setOn(window.localStorage.getItem(key) !== 'off'), []);
  useRowKeys(place, on === true);
  const change = (chosen: boolean) => {
    window.localStorage.setItem(key, chosen ? 'on' : 'off');
    setOn(chosen);
  };
  return (
    <>
      <div ref={place}>{children}</div>
      {on !== undefined && (
        <Checkbox
          data-screen-only
          size="xs"
          label={t('keys')}
          description={t('keysHint')}
          checked={on}
          onChange={(event) => change(event.currentTarget.checked)}
        />
      )}
    </>
  );
};
