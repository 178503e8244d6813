import type { Extensions } from '@tiptap/core';

import { calloutInEditor } from '../callout/callout.ts';
import { codeInEditor } from '../code/code.ts';
import { contentsInEditor } from '../contents/contents.ts';
import type { Ask } from '../forms/ask.ts';
import { marksInEditor } from '../marks/marks.ts';
import { mathInEditor } from '../math/math.ts';
import { toggleInEditor } from '../toggle/toggle.ts';
import { blockControl } from './block-control.ts';

/** What the schema's blocks and marks need in an open editor: how they are drawn, and their keys. */
export function blockExtensions(ask: Ask): Extensions {
  return [
    blockControl,
    calloutInEditor,
    toggleInEditor,
    codeInEditor,
    mathInEditor(ask),
    contentsInEditor,
    marksInEditor,
  ];
}
