import type { Editor } from '@tiptap/core';
import { ExternalLink, Unlink } from 'lucide-react';
import { useState } from 'react';

import { toHref } from '@indelible/document';

import { useWords } from '../words/use-words.ts';
import { FloatingForm } from './floating-form.tsx';
import { openLink } from './open-link.ts';

interface LinkFormProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** Asks where the selected words lead; of a link at the caret it shows where, opens, changes or removes it. */
export function LinkForm({ editor, onClose }: LinkFormProps) {
  const { links } = useWords();
  const [former] = useState(() => hrefAtCaret(editor));
  const [typed, setTyped] = useState(former);
  const [refused, setRefused] = useState(false);

  const apply = () => {
    const href = toHref(typed);
    if (href === null) {
      setRefused(true);
      return;
    }
    setLink(editor, href, typed.trim());
    onClose();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onClose();
  };

  return (
    <FloatingForm editor={editor} label={links.label} onSubmit={apply} onClose={onClose}>
      <div className="ed-form-row">
        <input
          className="ed-input"
          type="text"
          inputMode="url"
          aria-label={links.address}
          placeholder={links.placeholder}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={refused || undefined}
          aria-describedby={refused ? 'ed-link-refused' : undefined}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setRefused(false);
          }}
        />
        <button className="ed-primary" type="submit">
          {former === '' ? links.add : links.change}
        </button>
      </div>
      {refused && (
        <p className="ed-refused" id="ed-link-refused" role="alert">
          {links.refused}
        </p>
      )}
      {former !== '' && (
        <div className="ed-form-row">
          <button className="ed-quiet" type="button" onClick={() => openLink(former)}>
            <ExternalLink size={15} aria-hidden /> {links.open}
          </button>
          <button className="ed-quiet" type="button" onClick={remove}>
            <Unlink size={15} aria-hidden /> {links.remove}
          </button>
        </div>
      )}
    </FloatingForm>
  );
}

function hrefAtCaret(editor: Editor): string {
  const href: unknown = editor.getAttributes('link')['href'];
  return typeof href === 'string' ? href : '';
}

function setLink(editor: Editor, href: string, text: string): void {
  if (editor.state.selection.empty && !editor.isActive('link')) {
    const marks = [{ type: 'link', attrs: { href } }];
    // A plain space after it, so that what is typed next is not part of the link.
    const content = [
      { type: 'text', text, marks },
      { type: 'text', text: ' ' },
    ];
    editor.chain().focus().insertContent(content).run();
    return;
  }
  editor.chain().focus().extendMarkRange('link').setLink({ href }).run();
}
