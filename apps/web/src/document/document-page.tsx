import { useParams } from 'wouter';

import { parseDocumentId } from '@indelible/protocol';

import { AllDocuments } from '../ui/message-pages.tsx';
import { Message } from '../ui/message.tsx';
import { useWords } from '../words/use-words.ts';
import { OpenDocument } from './open-document.tsx';

/** The page of one document. */
export function DocumentPage() {
  const { incompleteLink } = useWords().pages;
  const { id } = useParams<{ id?: string }>();
  const document = parseDocumentId(id ?? '');
  if (document) return <OpenDocument key={document} id={document} />;
  return (
    <main>
      <Message title={incompleteLink.title} actions={<AllDocuments look="main" />}>
        {incompleteLink.detail}
      </Message>
    </main>
  );
}
