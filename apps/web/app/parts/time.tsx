import { useDocument } from '../document/document-context.ts';
import { useText } from '../text/use-text.ts';
import { formatDate, formatDistance, formatInstant } from './format-time.ts';
import { messages } from './messages.ts';

type TimeProps = {
  /** `time` alone for the last save, say; `day` for a deadline whose hour does not matter. */
  show?: 'day' | 'day-and-time' | 'time';
  /** Adds "in 12 days", reckoned from this instant: the time of the server, from the loader. */
  now?: string;
} & (
  | {
      /** An instant in UTC, shown in `zone` or else the reader's zone. */
      at: string;
      /** The zone of the place that it is about; the reader's own time follows where it differs. */
      zone?: string;
    }
  | {
      /** A calendar date, `2027-03-12`, the same everywhere. */
      on: string;
    }
);

/** A date or time in the reader's language, its zone named: March 12, 2027, 2:30 PM EDT. */
export const Time = (props: TimeProps) => {
  const t = useText(messages);
  const { locale, zone: own } = useDocument();
  if ('on' in props) {
    const distance = props.now === undefined ? undefined : formatDistance(`${props.on}T12:00:00Z`, props.now, locale);
    return (
      <time dateTime={props.on}>
        {formatDate(props.on, locale)}
        {distance && ` (${distance})`}
      </time>
    );
  }
  const { at, zone = own, show = 'day-and-time', now } = props;
  const distance = now === undefined ? undefined : formatDistance(at, now, locale);
  const shown = formatInstant(at, { locale, zone, show });
  const readers = zone === own ? shown : formatInstant(at, { locale, zone: own, show });
  return (
    <time dateTime={at}>
      {shown}
      {show !== 'day' && readers !== shown && ` (${t('yourTime', { time: readers })})`}
      {distance && ` (${distance})`}
    </time>
  );
};
