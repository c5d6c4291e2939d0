import amd from './host/amd.js?raw';
import main from './host/main.js?raw';
import run from './host/run.js?raw';

/** One classic script of the modules; its words cannot end the element that holds it. */
const script = [amd, run, main]
  .join('\n')
  .replace(/^import .*$/gm, '')
  .replace(/^export /gm, '')
  .replaceAll('</script', '<\\/script');

export const hostDocument = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Interaction</title>
<style>
:root { color-scheme: light; }
body { margin: 0; padding: 4px; font: 18px/1.55 "Source Sans 3", Arial, sans-serif; color: CanvasText; background: Canvas; }
body > div { overflow-x: auto; }
img { max-inline-size: 100%; }
</style>
<script>${script}</script>
</head>
<body></body>
</html>
`;

/**
 * What the code of an interaction may do: run and draw. It has no origin (`sandbox` without allow-same-origin), so no
 * cookies, no storage and no way into the page; and no network, whatever the item brought along.
 */
export const hostPolicy = [
  'sandbox allow-scripts',
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' blob: data:",
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'media-src data: blob:',
  'font-src data:',
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

export const hostHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': hostPolicy,
  'x-frame-options': 'SAMEORIGIN',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), clipboard-read=(), clipboard-write=(), display-capture=(), fullscreen=(), payment=(), usb=()',
  'cache-control': 'public, max-age=300',
};
