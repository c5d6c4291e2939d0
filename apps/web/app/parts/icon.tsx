import type { Icon as TablerIcon } from '@tabler/icons-react';

/** An icon of Tabler beside a word that says the same: hidden from screen readers. */
export const Icon = ({ of: Drawing, size = 20 }: { of: TablerIcon; size?: number }) => (
  <Drawing size={size} stroke={1.75} aria-hidden="true" focusable="false" style={{ flex: 'none' }} />
);
