import type { ReactNode } from 'react';
import styles from './tools.module.css';
import type { Tools } from './use-tools.ts';
import { ZoomBox } from './zoom/zoom-box.tsx';

/** What the tools work on: everything of the item that is read. */
export const ToolsArea = ({ tools, children }: { readonly tools: Tools; readonly children: ReactNode }) => (
  <ZoomBox level={tools.zoom} box={tools.zoomBox}>
    <div ref={tools.root} tabIndex={-1} className={styles.area}>
      {children}
    </div>
  </ZoomBox>
);
