import { createHash } from 'node:crypto';

/** The modules of the sandbox, as text. */
export interface HostSources {
  readonly amd: string;
  readonly run: string;
  readonly main: string;
}

/** One classic script of the modules; its words cannot end the element that holds it. */
const scriptOf = ({ amd, run, main }: HostSources): string =>
  [amd, run, main]
    .join('\n')
    .replace(/^import .*$/gm, '')
    .replace(/^export /gm, '')
    .replaceAll('</script', '<\\/script');

/** The page of the sandbox. */
export const hostPage = (sources: HostSources): string => `<!doctype html>
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
<script>${scriptOf(sources)}</script>
</head>
<body></body>
</html>
`;

/**
 * What the code of an interaction may do: run and draw. It has no origin (`sandbox` without allow-same-origin), so no
 * cookies, no storage and no way into the page; and no network, whatever the item brought along. Of scripts, the
 * sandbox's own runs, and what it evaluates. Any other would run in a frame that an interaction makes for itself
 * (`srcdoc`, `javascript:`), which has anew what the sandbox takes away at its start, and no policy for frames stops those.
 */
const policyOf = (sources: HostSources): string => {
  const own = createHash('sha256').update(scriptOf(sources)).digest('base64');
  return [
    'sandbox allow-scripts',
    "default-src 'none'",
    `script-src 'sha256-${own}' 'unsafe-eval'`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'media-src data: blob:',
    'font-src data:',
    "connect-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
};

/** The headers that the page is served with. */
export const hostHeadersOf = (sources: HostSources): Readonly<Record<string, string>> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policyOf(sources),
  'x-frame-options': 'SAMEORIGIN',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), clipboard-read=(), clipboard-write=(), display-capture=(), fullscreen=(), payment=(), usb=()',
  'cache-control': 'public, max-age=300',
});
