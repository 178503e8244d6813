import type { Editor } from '@tiptap/core';
import { useRef } from 'react';

import { type ColorName, colorNames, parseColorName } from '@indelible/document/schema';

import { Toolbar } from '../controls/toolbar.tsx';
import { useEditorState } from '../page/use-editor-state.ts';
import { useWords } from '../words/use-words.ts';
import { setHighlight, setTextColor } from './marks.ts';

interface ColorChoicesProps {
  readonly editor: Editor;
  /** Called when one has been chosen. */
  readonly onDone: () => void;
}

const shownColors = (editor: Editor) => ({
  text: parseColorName(editor.getAttributes('textColor')['color']),
  highlight: parseColorName(editor.getAttributes('highlight')['color']),
});

/** The colours that the selected text, and the pen it is marked with, can have; for any menu to hold. */
export function ColorChoices({ editor, onDone }: ColorChoicesProps) {
  const { text, highlight } = useEditorState(editor, shownColors);
  const say = useWords().colors;
  return (
    <>
      <p aria-hidden>{say.text}</p>
      <Swatches
        label={say.text}
        none={say.usual}
        chosen={text}
        attribute="data-text-color"
        onChoose={(color) => {
          setTextColor(editor, color);
          onDone();
        }}
      />
      <p aria-hidden>{say.highlight}</p>
      <Swatches
        label={say.highlight}
        none={say.none}
        chosen={highlight}
        attribute="data-color"
        onChoose={(color) => {
          setHighlight(editor, color);
          onDone();
        }}
      />
    </>
  );
}

interface SwatchesProps {
  readonly label: string;
  /** What it says where there is no colour. */
  readonly none: string;
  readonly chosen: ColorName | null;
  readonly attribute: 'data-color' | 'data-text-color';
  readonly onChoose: (color: ColorName | null) => void;
}

function Swatches({ label, none, chosen, attribute, onChoose }: SwatchesProps) {
  const row = useRef<HTMLDivElement>(null);
  const { names } = useWords().colors;
  return (
    <Toolbar ref={row} className="ed-swatches" aria-label={label}>
      {[null, ...colorNames].map((color) => {
        const name = color === null ? none : names[color];
        return (
          <button
            key={color ?? ''}
            type="button"
            className="ed-swatch"
            title={name}
            aria-label={name}
            aria-pressed={color === chosen}
            onClick={() => onChoose(color)}
          >
            <span {...(color === null ? {} : { [attribute]: color })} aria-hidden>
              A
            </span>
          </button>
        );
      })}
    </Toolbar>
  );
}
