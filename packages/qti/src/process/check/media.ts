import type {
  DrawingInteraction,
  MediaInteraction,
  SliderInteraction,
  UploadInteraction,
} from '../../model/interaction.ts';
import type { PlainValue } from '../../model/value.ts';
import { type CheckScope, counted, type Finding, fail, quoted } from './finding.ts';

/** Checks a value of a slider: between its bounds and on one of its steps. */
export function checkSlider(
  { lowerBound, upperBound, step }: SliderInteraction,
  value: PlainValue,
  scope: CheckScope,
): Finding {
  if (typeof value !== 'number') return { value, hint: null };
  if (value < lowerBound || value > upperBound) {
    return fail(scope, 'out-of-bounds', `takes a number from ${lowerBound} to ${upperBound}, not ${value}`);
  }
  const steps = (value - lowerBound) / step;
  if (step > 0 && Math.abs(steps - Math.round(steps)) > 1e-9 * Math.max(1, Math.abs(steps))) {
    return fail(scope, 'out-of-bounds', `takes steps of ${step} from ${lowerBound}; ${value} is on none`);
  }
  return { value, hint: null };
}

/** Checks how often a sound or film was played. */
export function checkPlays({ minPlays, maxPlays }: MediaInteraction, value: PlainValue, scope: CheckScope): Finding {
  const plays = typeof value === 'number' ? value : 0;
  if (plays < 0 || !Number.isInteger(plays)) {
    return fail(scope, 'out-of-bounds', `takes how often it was played, 0 or more; not ${plays}`);
  }
  if (maxPlays > 0 && plays > maxPlays) {
    return fail(scope, 'too-many-plays', `may be played ${counted(maxPlays, 'time')}, not ${plays}`);
  }
  return {
    value,
    hint: plays < minPlays ? `"${scope.identifier}" wants to be played ${counted(minPlays, 'time')}` : null,
  };
}

/** Checks a file, as far as its name tells: the type of a data: URL must be one that is wanted. */
export function checkFile(
  interaction: UploadInteraction | DrawingInteraction,
  value: PlainValue,
  scope: CheckScope,
): Finding {
  const wanted = interaction.interaction === 'upload' ? interaction.types : ['image/*'];
  const type = typeof value === 'string' ? /^data:([\w.+-]+\/[\w.+-]+)/i.exec(value)?.[1]?.toLowerCase() : undefined;
  if (type === undefined || wanted.length === 0 || wanted.some((one) => covers(one.toLowerCase(), type))) {
    return { value, hint: null };
  }
  return fail(scope, 'wrong-media-type', `takes files of type ${wanted.join(', ')}, not ${quoted(type)}`);
}

function covers(wanted: string, type: string): boolean {
  return wanted === type || wanted === '*/*' || (wanted.endsWith('/*') && type.startsWith(wanted.slice(0, -1)));
}
