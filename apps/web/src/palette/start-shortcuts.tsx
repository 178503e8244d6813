import { useWords } from '../words/use-words.ts';
import { ShortcutSheet } from './shortcut-sheet.tsx';

/** The keys on the start page. */
export function StartShortcuts({ onClose }: { readonly onClose: () => void }) {
  const { palette: said, start } = useWords();
  return (
    <ShortcutSheet
      onClose={onClose}
      groups={[
        {
          label: said.inList,
          keys: [
            [said.openPalette, 'Mod-k'],
            [said.searchKey, '/'],
            [said.newKey, 'N'],
            [start.rename, 'F2'],
            [start.delete, 'Delete'],
            [said.undo, 'Mod-z'],
            [said.shortcuts, '?'],
          ],
        },
      ]}
    />
  );
}
