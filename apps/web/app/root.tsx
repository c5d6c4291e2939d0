import './theme/layers.css';
import '@mantine/core/styles.layer.css';
import './theme/fonts.ts';
import './theme/global.css';
import './theme/controls.css';
import './theme/print.css';

import { ColorSchemeScript, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  Links,
  type LinksFunction,
  type LoaderFunctionArgs,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
} from 'react-router';
import { requestContext, viewerContext } from './context.ts';
import { useDocument } from './document/document-context.ts';
import { htmlAttributes } from './document/facts-of-page.ts';
import { ErrorPage } from './error-page/error-page.tsx';
import { NavigationBar } from './navigation/navigation-bar.tsx';
import { NavigationFocus } from './navigation/navigation-focus.tsx';
import { OfflineGuard } from './navigation/offline-guard.tsx';
import { directionOf } from './text/locales.ts';
import { preloadedFonts } from './theme/fonts.ts';
import { cssVariablesResolver, theme } from './theme/theme.ts';
import { printVariables } from './theme/variables.ts';

export const links: LinksFunction = () => [
  ...preloadedFonts.map(
    (href) => ({ rel: 'preload', href, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' }) as const,
  ),
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export const loader = ({ context }: LoaderFunctionArgs) => ({
  viewer: context.get(viewerContext),
  demonstration: context.get(requestContext).demonstration,
});

export const Layout = ({ children }: { children: ReactNode }) => {
  const facts = useDocument();
  const forced = facts.scheme === 'auto' ? {} : { forceColorScheme: facts.scheme };
  return (
    <html
      lang={facts.locale}
      dir={directionOf(facts.locale)}
      {...htmlAttributes(facts)}
      {...schemeAttributes(facts.scheme)}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={facts.scheme === 'auto' ? 'light dark' : facts.scheme} />
        <ColorSchemeScript nonce={facts.nonce} suppressHydrationWarning defaultColorScheme="auto" {...forced} />
        <Meta />
        <Links nonce={facts.nonce} />
        <style media="print" nonce={facts.nonce} suppressHydrationWarning>
          {printVariables()}
        </style>
      </head>
      <body>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariablesResolver}
          defaultColorScheme="auto"
          getStyleNonce={() => facts.nonce}
          {...forced}
        >
          <NavigationBar />
          <NavigationFocus />
          <OfflineGuard />
          {children}
        </MantineProvider>
        <ScrollRestoration nonce={facts.nonce} />
        <Scripts nonce={facts.nonce} />
      </body>
    </html>
  );
};

/** Before the script runs, and without scripts: the chosen colors, or the light ones. */
function schemeAttributes(scheme: 'auto' | 'light' | 'dark') {
  return { 'data-mantine-color-scheme': scheme === 'auto' ? 'light' : scheme };
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: { error: unknown }) {
  return <ErrorPage error={error} />;
}
