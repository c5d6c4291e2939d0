import type { FactKind, FactOf } from '../../../facts.ts';
import { text } from '../../../messages/compose.ts';
import type { Program } from '../../../schema/program.ts';
import type { Text } from '../../../text.ts';

/** Why a fact about keeping the credential cannot have happened in this program. */
export const keepingSense = {
  'credential-granted': (_program: Program, { data }: FactOf<'credential-granted'>): Text | undefined =>
    data.validUntil <= data.validFrom ? text('flag.impossible-dates') : undefined,
  'education-logged': (_program: Program, { at, data }: FactOf<'education-logged'>): Text | undefined =>
    data.completedOn > at.slice(0, 10) ? text('flag.impossible-dates') : undefined,
  'renewal-route-chosen': ({ renewal }: Program, { data }: FactOf<'renewal-route-chosen'>): Text | undefined =>
    renewal.routes.some(({ id }) => id === data.route) ? undefined : text('flag.unknown-route', { id: data.route }),
  'edition-moved': ({ edition }: Program, { data }: FactOf<'edition-moved'>): Text | undefined =>
    data.to === edition ? undefined : text('flag.other-edition', { edition: data.to }),
} as const satisfies { [K in FactKind]?: (program: Program, fact: FactOf<K>) => Text | undefined };
