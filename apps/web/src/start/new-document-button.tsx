import { Button } from '../ui/button.tsx';
import { useWords } from '../words/use-words.ts';

/** Makes a document; the letter on it does the same from anywhere on the page. */
export function NewDocumentButton({ create, busy }: { create: () => void; busy: boolean }) {
  return (
    <Button
      look="main"
      onClick={create}
      aria-disabled={busy}
      aria-keyshortcuts="n"
      className="min-h-11 shrink-0 px-4"
    >
      {useWords().start.newDocument}
      <kbd
        aria-hidden
        className="rounded-[4px] border border-current/40 px-1.5 font-ui text-[0.75rem] leading-[1.4] font-normal max-sm:hidden pointer-coarse:hidden"
      >
        N
      </kbd>
    </Button>
  );
}
