import { Checkbox, Radio } from '@mantine/core';
import { fieldId, useField } from '../forms/form-problem.ts';
import styles from './field.module.css';
import { FieldSet } from './field-set.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface ChoiceProps {
  name: string;
  legend: string;
  options: readonly Option[];
  hint?: string;
  optional?: boolean;
  large?: boolean;
}

/** One of several, each on its own line. */
export const RadioList = ({ name, options, defaultValue, ...set }: ChoiceProps & { defaultValue?: string }) => {
  const { error, sent } = useField(name);
  const chosen = sent ? sent[0] : defaultValue;
  return (
    <FieldSet {...set} error={error}>
      <div className={styles.options} key={chosen ?? ''}>
        {options.map(({ value, label, hint }, at) => (
          <Radio
            key={value}
            id={at === 0 ? fieldId(name) : `${fieldId(name)}-${value}`}
            className={styles.option}
            name={name}
            value={value}
            label={label}
            description={hint}
            defaultChecked={value === chosen}
          />
        ))}
      </div>
    </FieldSet>
  );
};

/** Any of several, each on its own line. */
export const CheckList = ({
  name,
  options,
  defaultValues = [],
  ...set
}: ChoiceProps & { defaultValues?: readonly string[] }) => {
  const { error, sent } = useField(name);
  const chosen = sent ?? defaultValues;
  return (
    <FieldSet {...set} error={error}>
      <div className={styles.options} key={chosen.join(' ')}>
        {options.map(({ value, label, hint }, at) => (
          <Checkbox
            key={value}
            id={at === 0 ? fieldId(name) : `${fieldId(name)}-${value}`}
            className={styles.option}
            name={name}
            value={value}
            label={label}
            description={hint}
            defaultChecked={chosen.includes(value)}
          />
        ))}
      </div>
    </FieldSet>
  );
};
