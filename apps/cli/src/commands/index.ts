import type { Command } from '../shell/command.ts';
import { rehearseCommand } from './rehearse.ts';

/** In the order of the overview. */
export const commands: readonly Command[] = [rehearseCommand];
