import { Extension } from '@tiptap/core';
import { NodeSelection, Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

import { embedView } from './embed-view.ts';
import { fileView } from './file-view.ts';
import { imageView } from './image-view.ts';
import { captionAt, mediaKeys } from './media-keys.ts';
import { videoView } from './video-view.ts';

/** How pictures, films, files and pages of other hosts are drawn and reached by keys. */
export const mediaExtension = Extension.create({
  name: 'media',
  // Before the keys that join and split blocks.
  priority: 1_000,
  addProseMirrorPlugins: () => [mediaKeys(), mediaViews()],
});

const mediaViews = (): Plugin =>
  new Plugin({
    props: {
      nodeViews: { image: imageView, video: videoView, file: fileView, embed: embedView },
      // The library selects only what has no content.
      handleClickOn: (view, _at, node, nodeAt, event, isDirect) => {
        const isPicture = event.target instanceof Element && event.target.closest('.ed-media-box');
        if (!isDirect || !isPicture || node.type.name !== 'image') return false;
        view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, nodeAt)));
        return true;
      },
      decorations: (state) => {
        const at = captionAt(state);
        const node = at === null ? null : state.doc.nodeAt(at);
        if (at === null || node === null) return null;
        const marked = Decoration.node(at, at + node.nodeSize, { class: 'is-captioning' });
        return DecorationSet.create(state.doc, [marked]);
      },
    },
  });
