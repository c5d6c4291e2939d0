import { type ColorTokens, cssVariables, dark, examGrounds, light } from '../../../theme/tokens.ts';
import type { Ground } from './display-settings.ts';

type OwnGround = Exclude<Ground, 'site'>;

/** Two colors alone, for those who need them: everything is one of them. */
const ofTwo = (base: ColorTokens, ground: string, ink: string): ColorTokens => {
  const grounds = ['paper', 'surface', 'sunken', 'onPrimary'];
  const names = Object.keys(base) as (keyof ColorTokens)[];
  const isGround = (name: string) => grounds.includes(name) || name.endsWith('Tint');
  return Object.fromEntries(names.map((name) => [name, isGround(name) ? ground : ink])) as Record<
    keyof ColorTokens,
    string
  >;
};

const { cream } = examGrounds;

export const tokensOf = (ground: OwnGround): ColorTokens => {
  switch (ground) {
    case 'paper':
      return light;
    case 'dark':
      return dark;
    case 'cream':
      return { ...light, paper: cream.ground, surface: cream.ground, sunken: cream.ground, ink: cream.ink };
    default: {
      const { ground: behind, ink } = examGrounds[ground];
      return ofTwo(light, behind, ink);
    }
  }
};

const isDark = (ground: OwnGround): boolean => ground === 'dark' || ground === 'yellow-on-black';

/** The colors of a ground as variables of the player's outermost element; none where it follows the site. */
export const groundStyle = (ground: Ground): Readonly<Record<string, string>> =>
  ground === 'site' ? {} : { ...cssVariables(tokensOf(ground)), colorScheme: isDark(ground) ? 'dark' : 'light' };
