import { type Step, stepOf } from './lines.ts';

export interface FlowPlace {
  readonly steps: readonly Step[];
  readonly underKey?: string;
  readonly typed: string;
}

/**
 * The steps into `{ … }` and `[ … ]` that are open at the end of a text; undefined where all are closed.
 *
 * @param first the step whose value the text is.
 */
export const openFlow = (text: string, first: Step): FlowPlace | undefined => {
  const containers: { readonly isList: boolean; readonly depth: number }[] = [];
  const steps: Step[] = [first];
  let key: string | undefined;
  let typed = '';
  let quote = '';
  const settle = () => {
    if (key !== undefined) steps.at(-1)?.entries.set(key, typed.trim());
    key = undefined;
    typed = '';
  };
  for (const sign of text) {
    const top = containers.at(-1);
    if (quote !== '' || sign === '"' || sign === "'") {
      quote = quote === '' ? sign : quote === sign ? '' : quote;
      typed += sign;
    } else if (sign === '{' || sign === '[') {
      if (top) steps.push(stepOf(top.isList ? undefined : key));
      containers.push({ isList: sign === '[', depth: steps.length });
      key = undefined;
      typed = '';
    } else if (sign === '}' || sign === ']') {
      settle();
      containers.pop();
      steps.length = containers.at(-1)?.depth ?? 1;
    } else if (sign === ':' && top && !top.isList && key === undefined) {
      key = typed.trim();
      typed = '';
    } else if (sign === ',') settle();
    else typed += sign;
  }
  const top = containers.at(-1);
  if (!top) return undefined;
  const inside = top.isList ? [...steps, stepOf()] : steps;
  return { steps: inside, typed: typed.trimStart(), ...(key === undefined ? {} : { underKey: key }) };
};
