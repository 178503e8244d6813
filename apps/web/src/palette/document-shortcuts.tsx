import { textShortcuts } from '@indelible/editor';

import { useWords } from '../words/use-words.ts';
import { ShortcutSheet } from './shortcut-sheet.tsx';

/** The keys on a document's page. */
export function DocumentShortcuts({ onClose }: { readonly onClose: () => void }) {
  const { palette: said } = useWords();
  return (
    <ShortcutSheet
      onClose={onClose}
      groups={[
        {
          label: said.around,
          keys: [
            [said.openPalette, 'Mod-k'],
            [said.find, 'Mod-f'],
            [said.replace, 'Mod-Alt-f'],
            [said.nextFound, 'F3'],
            [said.outline, 'Mod-Alt-o'],
            [said.alone, 'Mod-Alt-z'],
            [said.shortcuts, 'Mod-?'],
          ],
        },
        ...textShortcuts(),
      ]}
    />
  );
}
