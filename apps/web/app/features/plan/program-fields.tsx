import { FieldSet } from '../../parts/field-set.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { useText } from '../../text/use-text.ts';
import { fieldOf } from './choices.ts';
import type { Plan } from './load-plan.ts';
import { messages } from './messages.ts';

interface Choice {
  readonly part: string;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly from: readonly { readonly id: string; readonly title: string }[];
}

/** What can be chosen for one program; what leaves no choice is not asked. */
export const ProgramFields = ({ plan, named }: { plan: Plan; named: boolean }) => {
  const t = useText(messages);
  const { choices, assumptions, programId, abbreviation } = plan;
  const none = { id: '', title: t('bundleNone') };
  const asked: readonly Choice[] = [
    { part: 'payerClass', label: t('payerClass'), chosen: assumptions.payerClass, from: choices.payerClasses },
    { part: 'region', label: t('region'), chosen: assumptions.region, from: choices.regions },
    ...choices.tracks.map(({ id, title, options }) => ({
      part: `track.${id}`,
      label: title,
      chosen: assumptions.track?.[id],
      from: options,
    })),
    { part: 'bundle', label: t('bundle'), chosen: assumptions.bundle ?? '', from: [none, ...choices.bundles] },
    { part: 'route', label: t('route'), chosen: assumptions.route, from: choices.routes },
  ];
  const fields = asked
    .filter(({ from }) => from.length > 1)
    .map(({ part, label, chosen, from }) => (
      <SelectField
        key={part}
        name={fieldOf(programId, part)}
        label={label}
        options={from.map(({ id, title }) => ({ value: id, label: title }))}
        defaultValue={chosen ?? ''}
        width="full"
      />
    ));
  if (fields.length === 0) return null;
  return named ? <FieldSet legend={abbreviation}>{fields}</FieldSet> : fields;
};
