import type { Editor } from '@tiptap/core';
import {
  AlignCenter,
  AlignLeft,
  AlignRight,
  Captions,
  Download,
  FoldHorizontal,
  type LucideIcon,
  Maximize2,
  MessageSquareText,
  Trash2,
  UnfoldHorizontal,
} from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

import { isSafeImageSource } from '@indelible/document';

import { Toolbar } from '../../controls/toolbar.tsx';
import type { Ask } from '../../forms/ask.ts';
import { useEditorState } from '../../page/use-editor-state.ts';
import { ToolbarButton } from '../../toolbar/toolbar-button.tsx';
import { useWords } from '../../words/use-words.ts';
import { words } from '../../words/words.ts';
import { writeBelow } from './media-keys.ts';
import { currentMedia, mediaPlace, type MediaPlace, widen } from './place.ts';

interface MediaActionsProps {
  readonly editor: Editor;
  /** What the place is measured from. */
  readonly page: RefObject<HTMLElement | null>;
  readonly onAsk: Ask;
}

const aligns = [
  ['left', AlignLeft],
  ['center', AlignCenter],
  ['right', AlignRight],
  ['full', Maximize2],
] as const;

const shown = (editor: Editor) => {
  const media = currentMedia(editor.state);
  const dom = media === null ? null : editor.view.nodeDOM(media.at);
  return {
    kind: media?.node.type.name ?? null,
    align: media === null ? 'center' : mediaPlace(media.node.attrs).align,
    src: media === null ? null : (media.node.attrs['src'] as unknown),
    dom: dom instanceof HTMLElement ? dom : null,
  };
};

/** A row of what can be done with the picture, film, file or frame that is selected. */
export function MediaActions({ editor, page, onAsk }: MediaActionsProps) {
  const { kind, align, src, dom } = useEditorState(editor, shown);
  const { media } = useWords();
  const row = useRef<HTMLDivElement>(null);
  const place = usePlace(dom, page);
  if (kind === null || place === null) return null;
  const isPicture = kind === 'image';
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'Tab') return;
    event.preventDefault();
    editor.view.focus();
  };
  return (
    <div className="ed-media-place" style={place}>
      <Toolbar ref={row} className="ed-media-actions" aria-label={labelOf(kind)} onKeyDown={leave}>
        {(isPicture || kind === 'video') && (
          <>
            <div className="ed-group">
              {aligns.map(([name, icon]) => (
                <ToolbarButton
                  key={name}
                  label={alignLabel(name)}
                  icon={icon}
                  pressed={align === name}
                  onPress={() => setAlign(editor, name)}
                />
              ))}
            </div>
            <div className="ed-group">
              <ToolbarButton
                label={media.narrower}
                icon={FoldHorizontal}
                onPress={() => widen(editor, -1)}
              />
              <ToolbarButton
                label={media.wider}
                icon={UnfoldHorizontal}
                onPress={() => widen(editor, 1)}
              />
            </div>
          </>
        )}
        <div className="ed-group">
          {isPicture && (
            <>
              <ToolbarButton
                label={media.caption}
                icon={Captions}
                onPress={() => writeCaption(editor)}
              />
              <ToolbarButton
                label={media.describe}
                icon={MessageSquareText}
                onPress={() => onAsk('image')}
              />
            </>
          )}
          {typeof src === 'string' && isSafeImageSource(src) && kind !== 'embed' && (
            <DownloadLink src={src} icon={Download} />
          )}
          <ToolbarButton label={media.delete} icon={Trash2} onPress={() => remove(editor)} />
        </div>
      </Toolbar>
    </div>
  );
}

function DownloadLink({ src, icon: Icon }: { readonly src: string; readonly icon: LucideIcon }) {
  const { download } = useWords().media;
  return (
    <a
      className="ed-button"
      aria-label={download}
      title={download}
      href={src}
      download
      target="_blank"
      rel="noopener noreferrer"
    >
      <Icon size={17} strokeWidth={1.75} aria-hidden />
    </a>
  );
}

function labelOf(kind: string): string {
  const { media } = words();
  if (kind === 'image' || kind === 'video' || kind === 'file') return media[kind];
  return media.embed;
}

function alignLabel(align: MediaPlace['align']): string {
  const { media } = words();
  const labels = {
    left: media.alignLeft,
    center: media.alignCenter,
    right: media.alignRight,
    full: media.alignFull,
  };
  return labels[align];
}

/** The middle is where everything is that was never moved. */
function setAlign({ view }: Editor, align: MediaPlace['align']): void {
  const media = currentMedia(view.state);
  if (media === null) return;
  const value = align === 'center' ? null : align;
  view.dispatch(view.state.tr.setNodeAttribute(media.at, 'align', value));
}

function writeCaption(editor: Editor): void {
  const media = currentMedia(editor.state);
  if (media !== null)
    editor
      .chain()
      .focus(media.at + media.node.nodeSize - 1)
      .run();
}

function remove({ view }: Editor): void {
  const media = currentMedia(view.state);
  if (media === null) return;
  const { tr } = view.state;
  const isAlone = view.state.doc.childCount === 1;
  if (isAlone) writeBelow(view, media.at);
  view.dispatch((isAlone ? view.state.tr : tr).delete(media.at, media.at + media.node.nodeSize));
  view.focus();
}

interface Place {
  readonly dom: HTMLElement;
  readonly style: {
    readonly top: number;
    readonly left: number;
    readonly width: number;
    readonly height: number;
  };
}

/** Room for the row inside a picture; above a smaller one. In pixels. */
const ROOMY = 140;
const ROW = 44;
const GAP = 8;

function usePlace(
  dom: HTMLElement | null,
  page: RefObject<HTMLElement | null>,
): Place['style'] | null {
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    const frame = page.current;
    if (dom === null || frame === null) return undefined;
    const measure = () => {
      const box = dom.querySelector('.ed-media-box') ?? dom;
      const [inner, column, outer] = [box, dom, frame].map((one) => one.getBoundingClientRect());
      if (inner === undefined || column === undefined || outer === undefined) return;
      const above = inner.height < ROOMY ? -ROW : GAP;
      const top = inner.top - outer.top + above;
      const style = {
        top,
        left: column.left - outer.left,
        width: column.width,
        height: inner.height - above,
      };
      setPlace({ dom, style });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(dom);
    observer.observe(frame);
    return () => observer.disconnect();
  }, [dom, page]);
  return place !== null && place.dom === dom ? place.style : null;
}
