import type { messages } from './messages.ts';

/** The modules that write to the trail, in the order in which they are offered. */
export const areas = [
  'identity',
  'programs',
  'candidacies',
  'billing',
  'itemBank',
  'scheduling',
  'delivery',
  'scoring',
  'credentialing',
  'issuers',
  'renewals',
  'notifications',
  'rehearsals',
] as const;

export const areaWords = (area: (typeof areas)[number]): keyof typeof messages => `area.${area}`;

/** The area that an address asks for. */
export const areaOf = ({ searchParams }: URL) => areas.find((area) => area === searchParams.get('area'));
