import type { Extensions } from '@tiptap/core';

import { calloutInEditor } from '../callout/callout.ts';
import { codeInEditor } from '../code/code.ts';
import { toggleInEditor } from '../toggle/toggle.ts';
import { blockControl } from './block-control.ts';

/** What the schema's blocks need in an open editor: how they are drawn, and their keys. */
export const blockExtensions: Extensions = [
  blockControl,
  calloutInEditor,
  toggleInEditor,
  codeInEditor,
];
