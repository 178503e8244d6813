import { START } from '../pages/addresses.ts';
import { go } from '../pages/go.ts';
import { useWords } from '../words/use-words.ts';
import { Button } from './button.tsx';
import { Message } from './message.tsx';

/** The button that leads back to the list. */
export function AllDocuments({ look = 'plain' }: { look?: 'main' | 'plain' }) {
  return (
    <Button look={look} onClick={() => void go(START)}>
      {useWords().pages.allDocuments}
    </Button>
  );
}

/** For an address that leads nowhere. */
export function NoSuchPage() {
  const { noSuchPage } = useWords().pages;
  return (
    <main>
      <Message title={noSuchPage.title} actions={<AllDocuments look="main" />}>
        {noSuchPage.detail}
      </Message>
    </main>
  );
}

/** For a page that broke in a way nobody foresaw. */
export function PageStopped() {
  const { pages } = useWords();
  return (
    <main role="alert">
      <Message
        title={pages.stopped.title}
        actions={
          <>
            <Button look="main" onClick={() => location.reload()}>
              {pages.reload}
            </Button>
            {/* A whole new page load: whatever broke may be broken for the next page too. */}
            <Button onClick={() => location.assign('/')}>{pages.allDocuments}</Button>
          </>
        }
      >
        {pages.stopped.detail}
      </Message>
    </main>
  );
}
