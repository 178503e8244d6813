import { Import } from 'lucide-react';
import { useEffect } from 'react';

import { useWords } from '../words/use-words.ts';
import { chooseFiles, importAndOpen } from './choose-files.ts';

/** Imports files as new documents; they may also be dropped anywhere on the page. */
export function ImportButton() {
  const { transfer } = useWords();
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void importAndOpen(files);
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, []);
  return (
    <button
      type="button"
      onClick={chooseFiles}
      title={transfer.importFile}
      className="touch-target inline-flex items-center gap-2 rounded-ui px-2 text-[0.875rem] text-muted hover:bg-sunken hover:text-text"
    >
      <Import size={16} aria-hidden />
      {transfer.importShort}
    </button>
  );
}
