import { MantineProvider } from '@mantine/core';
import { type ComponentType, createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { createRoutesStub } from 'react-router';
import { DocumentContext } from '../document/document-context.ts';
import type { DocumentFacts } from '../document/document-facts.ts';
import { theme } from '../theme/theme.ts';

export const someDocument: DocumentFacts = {
  locale: 'en',
  zone: 'America/New_York',
  zoneKnown: true,
  scheme: 'auto',
  requestId: 'r-1',
  nonce: 'n-1',
  development: false,
};

interface RenderOptions {
  facts?: Partial<DocumentFacts>;
  loaderData?: unknown;
  actionData?: unknown;
}

/** The HTML of a page or part as the server sends it, in tests. */
export const renderPage = (
  Component: ComponentType,
  { facts = {}, loaderData = null, actionData }: RenderOptions = {},
): string => {
  const id = 'page';
  const Stub = createRoutesStub([{ id, path: '/', Component, loader: () => loaderData, action: () => actionData }]);
  const hydrationData = {
    loaderData: { [id]: loaderData },
    ...(actionData === undefined ? {} : { actionData: { [id]: actionData } }),
  };
  return renderToString(
    createElement(
      DocumentContext,
      { value: { ...someDocument, ...facts } },
      createElement(
        MantineProvider,
        { theme, withCssVariables: false, withGlobalClasses: false },
        createElement(Stub, { initialEntries: ['/'], hydrationData }),
      ),
    ),
  );
};
