import '../app/theme/layers.css';
import '@mantine/core/styles.layer.css';
import '../app/theme/fonts.ts';
import '../app/theme/global.css';
import '../app/theme/controls.css';
import '../app/theme/print.css';

import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { DocumentProvider } from '../app/document/document-provider.tsx';
import { factsOfPage } from '../app/document/facts-of-page.ts';
import type { Area } from '../app/feature-routes.ts';
import { Shell } from '../app/layouts/shell.tsx';
import { cssVariablesResolver, theme } from '../app/theme/theme.ts';

/** Shows one page of the site alone; what it shows of itself stands in the query. */
export const mount = (area: Extract<Area, 'staff' | 'public'>, page: ReactNode): void => {
  const facts = factsOfPage(document);
  const router = createBrowserRouter([{ path: '*', element: <Shell area={area}>{page}</Shell> }]);
  const root = document.getElementById('site');
  if (root === null) throw new Error('The page has no place for the site.');
  createRoot(root).render(
    <DocumentProvider facts={facts}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        defaultColorScheme="auto"
        getStyleNonce={() => facts.nonce}
      >
        <RouterProvider router={router} />
      </MantineProvider>
    </DocumentProvider>,
  );
};
