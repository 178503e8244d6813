import { type ComponentType, lazy, Suspense, useState } from 'react';

let loaded: ComponentType | null = null;

/**
 * Fetches everything a document's page needs; once is enough.
 *
 * @throws if it can't be fetched.
 */
export async function loadDocumentPage(): Promise<ComponentType> {
  loaded ??= (await import('../document/document-page.tsx')).DocumentPage;
  return loaded;
}

const Later = lazy(async () => ({ default: await loadDocumentPage() }));

/** A document's page; when it has been fetched before, it stands in the first frame. */
export function DocumentRoute() {
  const [Page] = useState(() => loaded ?? Later);
  return (
    <Suspense>
      <Page />
    </Suspense>
  );
}
