import { TextInput } from '@mantine/core';
import { useDocument } from '../document/document-context.ts';
import { fieldId, useField } from '../forms/form-problem.ts';
import { useText } from '../text/use-text.ts';
import { type DatePart, datePartsIn, partName } from './date-parts.ts';
import styles from './field.module.css';
import { FieldSet } from './field-set.tsx';
import { formatDate } from './format-time.ts';
import { messages } from './messages.ts';

interface DateFieldsProps {
  name: string;
  legend: string;
  hint?: string;
  optional?: boolean;
  large?: boolean;
  /** `2024-03-01`. */
  defaultValue?: string;
  /** Ends of a job and the like are known to the month. */
  upTo?: 'day' | 'month';
}

/** A date as three typed fields in the reader's order; `readDate` reads it in the action. */
export const DateFields = ({ name, hint, defaultValue = '', upTo = 'day', ...set }: DateFieldsProps) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const { error } = useField(name);
  const [year = '', month = '', day = ''] = defaultValue.split('-');
  const known = { year, month: month.replace(/^0/, ''), day: day.replace(/^0/, '') };
  const parts = datePartsIn(locale).filter((part) => upTo === 'day' || part !== 'day');
  const shownHint = hint ?? (upTo === 'day' ? t('dateHint', { example: formatDate('2024-03-27', locale) }) : undefined);
  return (
    <FieldSet {...set} hint={shownHint} error={error}>
      <div className={styles.dates}>
        {parts.map((part, at) => (
          <PartField
            key={part}
            name={partName(name, part)}
            part={part}
            label={t(part)}
            id={at === 0 ? fieldId(name) : fieldId(partName(name, part))}
            invalid={error !== undefined}
            defaultValue={known[part]}
          />
        ))}
      </div>
    </FieldSet>
  );
};

interface PartFieldProps {
  name: string;
  part: DatePart;
  label: string;
  id: string;
  invalid: boolean;
  defaultValue: string;
}

const PartField = ({ name, part, label, id, invalid, defaultValue }: PartFieldProps) => {
  const { sent } = useField(name);
  return (
    <TextInput
      key={sent?.[0] ?? ''}
      id={id}
      name={name}
      label={label}
      inputMode="numeric"
      autoComplete="off"
      maxLength={part === 'year' ? 4 : 2}
      className={part === 'year' ? styles.year : styles.part}
      error={invalid}
      defaultValue={sent?.[0] ?? defaultValue}
    />
  );
};
