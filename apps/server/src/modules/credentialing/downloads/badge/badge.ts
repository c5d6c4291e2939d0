import { bakePng, bakeSvg } from '@testamur/credentials';
import type { Scope } from '../../../../platform/http/index.ts';
import type { Pictures } from '../../../../platform/pictures/index.ts';
import type { LoadedCredential } from '../../store.ts';
import { loadToShow } from '../show.ts';
import { type BadgeFacts, drawBadge } from './drawing.ts';

export const badgeFacts = (
  { candidacy: { program, standing } }: Pick<LoadedCredential, 'candidacy'>,
  { organization }: Scope,
): BadgeFacts => ({
  title: standing.credentialTitle,
  abbreviation: program.abbreviation,
  organizationName: organization.name,
  organizationAbbreviation: program.organization.abbreviation,
  edition: program.edition,
  demonstration: organization.kind !== 'live',
});

/** The badge as a picture, with the signed credential baked into it (Open Badges 3.0, 5.3). */
export const getBadge = async (
  pictures: Pictures,
  scope: Scope,
  credentialId: string,
  form: 'png' | 'svg',
): Promise<File> => {
  const loaded = await loadToShow(scope, credentialId);
  const { number, document } = loaded.credential;
  const drawing = drawBadge(badgeFacts(loaded, scope));
  return form === 'png'
    ? new File([Uint8Array.from(bakePng(await pictures.png(drawing), document))], `${number}.png`, {
        type: 'image/png',
      })
    : new File([bakeSvg(await pictures.outlined(drawing), document)], `${number}.svg`, { type: 'image/svg+xml' });
};
