import type { PlainValues } from '@testamur/qti';
import { type MutableRefObject, useMemo, useRef } from 'react';
import type { Host } from '../../../player/item-body.tsx';
import type { Engine } from '../engine/engine.ts';

const asDataUrl = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error(file.name));
    reader.readAsDataURL(file);
  });

/** What an item may ask of the page that shows it: modules of the package, files kept in the page alone. */
export const useHost = (
  engine: Engine,
  item: number | null,
  variables: PlainValues,
  onEndAttempt?: (responseIdentifier: string) => void,
): Host => {
  const states = useRef(new Map<string, string>());
  const names = useRef(new Map<string, string>());
  const end: MutableRefObject<typeof onEndAttempt> = useRef(onEndAttempt);
  end.current = onEndAttempt;
  const canEnd = onEndAttempt !== undefined;
  return useMemo(
    () => ({
      links: 'words',
      variables,
      stateOf: (identifier) => states.current.get(identifier) ?? null,
      onState: (identifier, state) => {
        states.current.set(identifier, state);
      },
      upload: async (file, onProgress) => {
        const address = await asDataUrl(file);
        onProgress(1);
        names.current.set(address, file.name);
        return address;
      },
      fileOf: (value) => ({ name: names.current.get(value) ?? value.slice(0, 40), href: null }),
      ...(item === null
        ? {}
        : {
            modules: async (path) => {
              const text = await engine.ask('module', { item, path });
              if (text === null) throw new Error(path);
              return text;
            },
          }),
      ...(canEnd ? { onEndAttempt: (identifier) => end.current?.(identifier) } : {}),
    }),
    [engine, item, variables, canEnd],
  );
};
