import type { Provider } from '@indelible/provider';

import { reloadIntoNewest } from '../offline/app-shell.ts';
import { Button } from '../ui/button.tsx';
import { AllDocuments } from '../ui/message-pages.tsx';
import type { RefusalWords } from '../words/refusal-words.ts';
import { useWords } from '../words/use-words.ts';
import { CopyChoices } from './copy-choices.tsx';
import { RestoreButton } from './restore-button.tsx';

interface RefusalActionProps {
  readonly id: string;
  readonly words: RefusalWords;
  readonly provider: Provider;
  readonly reopen: () => void;
}

/** The ways out of a refusal. */
export function RefusalAction({ id, words, provider, reopen }: RefusalActionProps) {
  const { pages } = useWords();
  switch (words.action) {
    case 'restore':
      return <RestoreButton id={id} onRestored={reopen} />;
    case 'reload':
      return (
        <Button look="main" onClick={() => void reloadIntoNewest()}>
          {pages.reload}
        </Button>
      );
    case 'retry':
      return (
        <Button look="main" onClick={() => provider.retry()}>
          {pages.retry}
        </Button>
      );
    case 'choose':
      return <CopyChoices id={id} provider={provider} current />;
    case 'home':
      return <AllDocuments look="main" />;
  }
}
