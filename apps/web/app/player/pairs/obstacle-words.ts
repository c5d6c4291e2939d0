import type { Translate } from '../../text/format.ts';
import type { Obstacle } from '../answers/pair.ts';
import type { messages } from '../messages.ts';

interface Between {
  readonly one: string;
  readonly other: string;
  nameOf(identifier: string): string;
  /** The author's words for too many. */
  readonly tooMany: string | undefined;
}

/** Why two cannot be paired now, and what to do about it. */
export const obstacleWords = (t: Translate<typeof messages>, obstacle: Obstacle, between: Between): string => {
  switch (obstacle.reason) {
    case 'group':
    case 'same':
      return t('noMatch', { one: between.one, other: between.other });
    case 'used':
      return t('usedUp', { name: between.nameOf(obstacle.identifier), count: obstacle.most });
    case 'most':
      return between.tooMany ?? t('atMostPairs', { count: obstacle.most });
  }
};
