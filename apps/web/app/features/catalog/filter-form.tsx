import { Button } from '@mantine/core';
import { Form } from 'react-router';
import { Field } from '../../parts/field.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { useText } from '../../text/use-text.ts';
import styles from './catalog.module.css';
import { type CatalogAddress, educations, modes, orders } from './filters.ts';
import { messages } from './messages.ts';

interface FilterFormProps {
  address: CatalogAddress;
  workplaces: readonly { readonly id: string; readonly title: string }[];
  currency: string;
}

const shown = (value: number | undefined): string => (value === undefined ? '' : String(value));

/** Narrows the catalog down; everything stands in the address. Folded on narrow screens. */
export const FilterForm = ({ address, workplaces, currency }: FilterFormProps) => {
  const t = useText(messages);
  const { filters, order, compared } = address;
  const inUse = Object.keys(filters).length;
  return (
    <details className={styles.filters}>
      <summary>{t('filterOpen', { count: inUse })}</summary>
      {/* A new address brings new values into the fields. */}
      <Form method="get" action="/programs" aria-label={t('filter')} key={JSON.stringify(address)}>
        {compared.map((id) => (
          <input key={id} type="hidden" name="p" value={id} />
        ))}
        <div className={styles.fields}>
          <Field name="q" kind="search" label={t('search')} defaultValue={filters.q ?? ''} />
          <SelectField
            name="work"
            label={t('work')}
            width="full"
            options={[
              { value: '', label: t('anywhere') },
              ...workplaces.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            defaultValue={filters.work ?? ''}
          />
          <SelectField
            name="education"
            label={t('education')}
            width="full"
            options={[
              { value: '', label: t('anyEducation') },
              ...educations.map((one) => ({ value: one, label: t(`education-${one}`) })),
            ]}
            defaultValue={filters.education ?? ''}
          />
          <Field
            name="years"
            kind="number"
            width="short"
            label={t('yearsField')}
            hint={t('yearsHint')}
            defaultValue={shown(filters.years)}
          />
          <Field
            name="budget"
            kind="number"
            width="short"
            label={t('budget', { currency })}
            hint={t('budgetHint')}
            defaultValue={shown(filters.budget)}
          />
          <Field
            name="months"
            kind="number"
            width="short"
            label={t('months')}
            hint={t('monthsHint')}
            defaultValue={shown(filters.months)}
          />
          <SelectField
            name="mode"
            label={t('mode')}
            width="full"
            options={[
              { value: '', label: t('anyMode') },
              ...modes.map((one) => ({ value: one, label: t(`mode-${one}`) })),
            ]}
            defaultValue={filters.mode ?? ''}
          />
          <SelectField
            name="sort"
            label={t('order')}
            width="full"
            options={orders.map((one) => ({ value: one, label: t(`order-${one}`) }))}
            defaultValue={order}
          />
        </div>
        <Button type="submit" mt={16}>
          {t('apply')}
        </Button>
      </Form>
    </details>
  );
};
