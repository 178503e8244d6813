import { useWords } from '../words/use-words.ts';
import { useCommonItems, useDocumentGroup } from './common-items.ts';
import { Palette } from './palette.tsx';

/** The palette on the start page. */
export function StartPalette({ onClose }: { readonly onClose: () => void }) {
  const { palette: said } = useWords();
  const documents = useDocumentGroup(null);
  const items = useCommonItems();
  return (
    <Palette
      groups={[documents, { label: said.actions, items, most: [5, 12] }]}
      open={null}
      onClose={onClose}
    />
  );
}
