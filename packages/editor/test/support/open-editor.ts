import { Editor } from '@tiptap/core';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

import { contentOf } from '@indelible/document';

import { openHistory } from '../../src/binding/history.ts';
import { createMenuKeys } from '../../src/menus/suggestion.ts';
import { editorExtensions } from '../../src/page/editor-extensions.ts';

const nothing = (): void => undefined;

/** The editor as a page has it, with all of its extensions, on an empty paragraph. Needs a DOM. */
export function openEditor(): Editor {
  const doc = new Y.Doc();
  contentOf(doc).insert(0, [new Y.XmlElement('paragraph')]);
  const keys = {
    focusTitle: nothing,
    focusToolbar: nothing,
    askLink: nothing,
    ask: nothing,
    titles: null,
    openBlockMenu: nothing,
    menu: createMenuKeys(),
  };
  const extensions = editorExtensions(
    { doc, awareness: new Awareness(doc) },
    openHistory(doc),
    keys,
    null,
    nothing,
  );
  return new Editor({ extensions, injectCSS: false });
}
