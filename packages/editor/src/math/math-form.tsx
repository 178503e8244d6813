import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';

import { FloatingForm } from '../forms/floating-form.tsx';
import { useWords } from '../words/use-words.ts';
import { loadMath } from './load-math.ts';
import { placeMath, selectedMath } from './place-math.ts';

interface MathFormProps {
  readonly editor: Editor;
  readonly name: 'inlineMath' | 'blockMath';
  readonly onClose: () => void;
}

/** Asks for a formula and shows what it will look like; of a selected formula it changes it. */
export function MathForm({ editor, name, onClose }: MathFormProps) {
  const [former] = useState(() => selectedMath(editor, name));
  const [latex, setLatex] = useState(former ?? '');
  const { inline, block, insert, change, remove, latex: label } = useWords().blocks.math;
  const submit = (text: string) => {
    placeMath(editor, name, text.trim());
    onClose();
  };
  const submitByEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit(latex);
  };
  return (
    <FloatingForm
      editor={editor}
      label={name === 'inlineMath' ? inline : block}
      onSubmit={() => submit(latex)}
      onClose={onClose}
    >
      <textarea
        className="ed-input ed-math-source"
        aria-label={label}
        aria-describedby="ed-math-told"
        placeholder="e = mc^2"
        rows={name === 'inlineMath' ? 1 : 3}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        value={latex}
        onChange={(event) => setLatex(event.target.value)}
        onKeyDown={submitByEnter}
      />
      <Preview latex={latex} isBlock={name === 'blockMath'} />
      <div className="ed-form-row ed-form-end">
        {former !== null && (
          <button className="ed-quiet" type="button" onClick={() => submit('')}>
            {remove}
          </button>
        )}
        <button className="ed-primary" type="submit">
          {former === null ? insert : change}
        </button>
      </div>
    </FloatingForm>
  );
}

/** What the formula looks like, or where it can't be read; the last that could be read stays meanwhile. */
function Preview({ latex, isBlock }: { readonly latex: string; readonly isBlock: boolean }) {
  const place = useRef<HTMLElement>(null);
  const [wrongAt, setWrongAt] = useState<number | null>(null);
  useEffect(() => {
    let isLatest = true;
    void loadMath().then(({ drawFormula }) => {
      if (!isLatest || place.current === null) return;
      if (latex.trim() === '') place.current.replaceChildren();
      setWrongAt(latex.trim() === '' ? null : drawFormula(place.current, latex, isBlock));
    });
    return () => {
      isLatest = false;
    };
  }, [latex, isBlock]);
  const { preview, wrong } = useWords().blocks.math;
  return (
    <>
      <figure ref={place} className="ed-math-preview" aria-label={preview} />
      <output className="ed-refused" id="ed-math-told">
        {wrongAt !== null && wrong(latex.slice(wrongAt, wrongAt + 12))}
      </output>
    </>
  );
}
