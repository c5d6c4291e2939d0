import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { DocumentProvider } from './document/document-provider.tsx';
import { factsOfPage } from './document/facts-of-page.ts';

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <DocumentProvider facts={factsOfPage(document)}>
        <HydratedRouter />
      </DocumentProvider>
    </StrictMode>,
  );
});
