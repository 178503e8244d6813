import type { Editor } from '@tiptap/core';

import { CountsLine } from '../counts/counts-line.tsx';
import { useCounts } from '../counts/use-counts.ts';
import { Outline } from '../outline/outline.tsx';

interface SidePanelsProps {
  readonly editor: Editor;
  readonly isOutlined: boolean;
  readonly onCloseOutline: () => void;
}

/** The outline, and how much text there is: in the corner where there is room for it, else below the outline. */
export function SidePanels({ editor, isOutlined, onCloseOutline }: SidePanelsProps) {
  const counts = useCounts(editor);
  const line = counts === null ? null : <CountsLine counts={counts} />;
  return (
    <>
      {isOutlined && (
        <Outline editor={editor} onClose={onCloseOutline}>
          {line}
        </Outline>
      )}
      {line !== null && <div className="ed-corner">{line}</div>}
    </>
  );
}
