/**
 * Inline scripts run by nonce only. Styles: elements by nonce, too; `style` attributes are allowed because components
 * set CSS variables in them, which can neither load nor run anything.
 */
export const contentSecurityPolicy = ({ nonce, development }: { nonce: string; development: boolean }): string => {
  // Vite inserts `<style>` elements without a nonce and talks to the page by web socket, in development alone.
  const styles = development ? `'self' 'unsafe-inline'` : `'self' 'nonce-${nonce}'`;
  const connect = development ? `'self' ws: wss:` : `'self'`;
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src-elem ${styles}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `media-src 'self' blob:`,
    `font-src 'self'`,
    `connect-src ${connect}`,
    `frame-src 'self' blob:`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
};
