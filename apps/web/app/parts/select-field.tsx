import { NativeSelect } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { fieldId, useField } from '../forms/form-problem.ts';
import { useText } from '../text/use-text.ts';
import { fieldClass } from './field.tsx';
import { Icon } from './icon.tsx';
import { messages } from './messages.ts';
import type { Option } from './radio-list.tsx';

interface SelectFieldProps {
  name: string;
  label: string;
  options: readonly Option[];
  hint?: string;
  optional?: boolean;
  defaultValue?: string;
  width?: 'short' | 'medium' | 'full';
}

/** One of many; for seven or fewer, use `RadioList`. */
export const SelectField = ({
  name,
  label,
  options,
  hint,
  optional = false,
  defaultValue = '',
  width = 'medium',
}: SelectFieldProps) => {
  const t = useText(messages);
  const { error, sent } = useField(name);
  const chosen = sent?.[0] ?? defaultValue;
  return (
    <NativeSelect
      key={chosen}
      id={fieldId(name)}
      name={name}
      label={optional ? `${label} ${t('optional')}` : label}
      description={hint}
      error={error}
      rightSection={<Icon of={IconSelector} size={16} />}
      defaultValue={chosen}
      className={fieldClass(width)}
      data={options.map(({ value, label: text }) => ({ value, label: text }))}
      inputWrapperOrder={['label', 'description', 'error', 'input']}
    />
  );
};
