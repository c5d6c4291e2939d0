import type { InteractionNode } from '@testamur/qti';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Size } from './geometry.ts';
import { sharedStages } from './shared-stages.ts';

/** A stage on the page, and how large it is in its own pixels. */
interface Stage {
  readonly element: HTMLElement;
  readonly size: Size;
}

interface StageRooms {
  readonly shared: ReadonlyMap<string, string>;
  readonly stages: Readonly<Record<string, Stage>>;
  open(owner: string, stage: Stage): void;
}

const Rooms = createContext<StageRooms>({ shared: new Map(), stages: {}, open: () => undefined });

interface StageProviderProps {
  /** Of the item, in their order. */
  readonly interactions: readonly InteractionNode[];
  readonly children: ReactNode;
}

/** Lets interactions that share a stage put their objects on the one that is shown. */
export const StageProvider = ({ interactions, children }: StageProviderProps) => {
  const [stages, setStages] = useState<Readonly<Record<string, Stage>>>({});
  const shared = useMemo(() => sharedStages(interactions), [interactions]);
  const value = useMemo<StageRooms>(
    () => ({
      shared,
      stages,
      open: (owner, stage) => setStages((before) => ({ ...before, [owner]: stage })),
    }),
    [shared, stages],
  );
  return <Rooms value={value}>{children}</Rooms>;
};

interface Room {
  /** Whether another interaction shows the stage; `stage` is null until it does. */
  readonly elsewhere: boolean;
  readonly stage: Stage | null;
  /** Whether others put their objects on the stage of this one. */
  readonly hosts: boolean;
  open(stage: Stage): void;
}

/** The stage of an interaction, by its response identifier. */
export const useStageRoom = (responseIdentifier: string): Room => {
  const { shared, stages, open } = useContext(Rooms);
  const owner = shared.get(responseIdentifier);
  return {
    elsewhere: owner !== undefined,
    stage: owner === undefined ? null : (stages[owner] ?? null),
    hosts: [...shared.values()].includes(responseIdentifier),
    open: (stage) => open(responseIdentifier, stage),
  };
};
