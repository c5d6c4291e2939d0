import type { QrPath } from './qr-path.ts';
import styles from './verification.module.css';

/** The code that leads to the page; what it says stands beside it in words. */
export const QrCode = ({ code }: { code: QrPath }) => (
  <svg className={styles.code} viewBox={`0 0 ${code.size} ${code.size}`} aria-hidden="true" shapeRendering="crispEdges">
    <path className={styles.codeGround} d={`M0 0h${code.size}v${code.size}H0z`} />
    <path className={styles.codeInk} d={code.path} />
  </svg>
);
