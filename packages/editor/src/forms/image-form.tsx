import type { Editor } from '@tiptap/core';
import { useState } from 'react';

import { isSafeImageSource, toHref } from '@indelible/document';

import { placeImage } from '../blocks/actions.ts';
import { FloatingForm } from './floating-form.tsx';

interface ImageFormProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** Asks for a picture's address and what it shows; of a selected picture it changes them. */
export function ImageForm({ editor, onClose }: ImageFormProps) {
  const [former] = useState(() => selectedImage(editor));
  const [address, setAddress] = useState(former.src);
  const [description, setDescription] = useState(former.alt);
  const [refused, setRefused] = useState(false);

  const apply = () => {
    const src = toHref(address);
    if (src === null || !isSafeImageSource(src)) {
      setRefused(true);
      return;
    }
    placeImage(editor, src, description.trim());
    onClose();
  };

  return (
    <FloatingForm editor={editor} label="Image" onSubmit={apply} onClose={onClose}>
      <label className="ed-field">
        Address
        <input
          className="ed-input"
          type="text"
          inputMode="url"
          placeholder="https://…"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={refused || undefined}
          aria-describedby={refused ? 'ed-image-refused' : undefined}
          value={address}
          onChange={(event) => {
            setAddress(event.target.value);
            setRefused(false);
          }}
        />
      </label>
      {refused && (
        <p className="ed-refused" id="ed-image-refused" role="alert">
          That isn’t the address of a picture on the web. It begins with https://
        </p>
      )}
      <label className="ed-field">
        Description, for those who can’t see it
        <input
          className="ed-input"
          type="text"
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
      </label>
      <div className="ed-form-row ed-form-end">
        <button className="ed-primary" type="submit">
          {former.src === '' ? 'Add image' : 'Change'}
        </button>
      </div>
    </FloatingForm>
  );
}

function selectedImage(editor: Editor): { src: string; alt: string } {
  if (!editor.isActive('image')) return { src: '', alt: '' };
  const { src, alt }: Record<string, unknown> = editor.getAttributes('image');
  return { src: typeof src === 'string' ? src : '', alt: typeof alt === 'string' ? alt : '' };
}
