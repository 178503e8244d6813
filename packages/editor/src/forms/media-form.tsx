import type { Editor } from '@tiptap/core';
import { useId, useState } from 'react';

import { isSafeImageSource, toEmbed, toHref } from '@indelible/document';

import { pickFiles } from '../blocks/media/pick-files.ts';
import { placeMedia } from '../blocks/media/place-media.ts';
import { currentMedia } from '../blocks/media/place.ts';
import { uploadsOf } from '../uploads/take-files.ts';
import { useWords } from '../words/use-words.ts';
import { FloatingForm } from './floating-form.tsx';

/** What is asked for. */
export type MediaKind = 'image' | 'video' | 'embed';

interface MediaFormProps {
  readonly kind: MediaKind;
  readonly editor: Editor;
  readonly onClose: () => void;
}

/**
 * Asks for a picture, film or page: a file of this device, or an address, and of a picture what it shows. Of a
 * selected one it changes them.
 */
export function MediaForm({ kind, editor, onClose }: MediaFormProps) {
  const [former] = useState(() => selected(editor, kind));
  const [address, setAddress] = useState(former?.src ?? '');
  const [description, setDescription] = useState(former?.alt ?? '');
  const [refused, setRefused] = useState(false);
  const reason = useId();
  const { media } = useWords();
  const mayUpload = former === null && kind !== 'embed' && uploadsOf(editor.view) !== null;
  const isUploaded = former?.src.startsWith('/') === true;

  const apply = () => {
    const src = isUploaded ? former.src : judged(kind, address);
    if (src === null) {
      setRefused(true);
      return;
    }
    placeMedia(editor, kind, src, description.trim());
    onClose();
  };
  const choose = () => {
    pickFiles(editor.view, `${kind}/*`);
    onClose();
  };

  return (
    <FloatingForm editor={editor} label={media[kind]} onSubmit={apply} onClose={onClose}>
      {!isUploaded && (
        <label className="ed-field">
          {media.address}
          <input
            className="ed-input"
            type="text"
            inputMode="url"
            placeholder="https://…"
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            aria-invalid={refused || undefined}
            aria-describedby={refused ? reason : undefined}
            value={address}
            onChange={(event) => {
              setAddress(event.target.value);
              setRefused(false);
            }}
          />
        </label>
      )}
      {refused && (
        <p className="ed-refused" id={reason} role="alert">
          {media.refused[kind]}
        </p>
      )}
      {kind === 'image' && (
        <label className="ed-field">
          {media.description}
          <input
            className="ed-input"
            type="text"
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        </label>
      )}
      <div className="ed-form-row ed-form-end">
        {mayUpload && (
          <button className="ed-secondary" type="button" onClick={choose}>
            {media.choose}
          </button>
        )}
        <button className="ed-primary" type="submit">
          {former === null ? media.add : media.change}
        </button>
      </div>
    </FloatingForm>
  );
}

/** The address as it goes into the document; null if nothing can be shown of it. */
function judged(kind: MediaKind, typed: string): string | null {
  const src = toHref(typed);
  if (src === null) return null;
  if (kind === 'embed') return toEmbed(src)?.href ?? null;
  return isSafeImageSource(src) ? src : null;
}

function selected(
  editor: Editor,
  kind: MediaKind,
): { readonly src: string; readonly alt: string } | null {
  const media = currentMedia(editor.state);
  if (media === null || media.node.type.name !== kind) return null;
  const { src, alt }: Record<string, unknown> = media.node.attrs;
  return { src: typeof src === 'string' ? src : '', alt: typeof alt === 'string' ? alt : '' };
}
