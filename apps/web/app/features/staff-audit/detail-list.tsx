import { Facts } from '../../parts/facts.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import type { Detail, DetailValue } from './describe-entry.ts';
import { messages } from './messages.ts';

interface DetailListProps {
  details: readonly Detail[];
  hash: string;
}

/** What an entry says, and the beginning of its seal. */
export const DetailList = ({ details, hash }: DetailListProps) => {
  const t = useText(messages);
  const shown = (value: DetailValue) => {
    if (value.is === 'instant') return <Time at={value.at} />;
    return value.is === 'flag' ? t(value.on ? 'yes' : 'no') : value.text;
  };
  return (
    <Facts
      stacked
      facts={[
        ...details.map(({ name, value }) => ({ label: name, value: shown(value) })),
        { label: t('hash'), value: <code>{hash.slice(0, 16)}</code> },
      ]}
    />
  );
};
