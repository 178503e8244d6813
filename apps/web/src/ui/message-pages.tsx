import { START } from '../pages/addresses.ts';
import { go } from '../pages/go.ts';
import { Button } from './button.tsx';
import { Message } from './message.tsx';

/** The button that leads back to the list. */
export function AllDocuments({ look = 'plain' }: { look?: 'main' | 'plain' }) {
  return (
    <Button look={look} onClick={() => void go(START)}>
      All documents
    </Button>
  );
}

/** For an address that leads nowhere. */
export function NoSuchPage() {
  return (
    <main>
      <Message title="There is nothing at this address." actions={<AllDocuments look="main" />}>
        The link may be incomplete. Your documents are in the list.
      </Message>
    </main>
  );
}

/** For a page that broke in a way nobody foresaw. */
export function PageStopped() {
  return (
    <main role="alert">
      <Message
        title="This page stopped working."
        actions={
          <>
            <Button look="main" onClick={() => location.reload()}>
              Reload
            </Button>
            {/* A whole new page load: whatever broke may be broken for the next page too. */}
            <Button onClick={() => location.assign('/')}>All documents</Button>
          </>
        }
      >
        The fault is ours. What you wrote before is kept on this device and on the server; reloading
        brings it back.
      </Message>
    </main>
  );
}
