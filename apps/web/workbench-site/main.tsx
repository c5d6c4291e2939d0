import type { ChosenFile } from '../app/features/workbench/engine/format.ts';
import { Workbench } from '../app/features/workbench/workbench.tsx';
import { mount } from './mount.tsx';

/** The package that the command was given. */
const given = async (): Promise<readonly ChosenFile[]> => {
  const answer = await fetch('/package');
  if (!answer.ok) throw new Error(`The package cannot be read: ${answer.status}.`);
  const name = decodeURIComponent(answer.headers.get('x-package-name') ?? 'package.zip');
  return [{ name, bytes: new Uint8Array(await answer.arrayBuffer()) }];
};

mount('staff', <Workbench given={given} />);
