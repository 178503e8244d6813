import { useParams } from 'wouter';

import { parseDocumentId } from '@indelible/protocol';

import { AllDocuments } from '../ui/message-pages.tsx';
import { Message } from '../ui/message.tsx';
import { OpenDocument } from './open-document.tsx';

/** The page of one document. */
export function DocumentPage() {
  const { id } = useParams<{ id?: string }>();
  const document = parseDocumentId(id ?? '');
  if (document) return <OpenDocument key={document} id={document} />;
  return (
    <main>
      <Message title="This link isn’t complete." actions={<AllDocuments look="main" />}>
        A document’s address ends in 22 letters and digits. Ask for the link again, or look in the
        list.
      </Message>
    </main>
  );
}
