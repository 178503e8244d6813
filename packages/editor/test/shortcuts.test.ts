// @vitest-environment jsdom
import { type AnyExtension, getExtensionField } from '@tiptap/core';
import { afterAll, describe, expect, it } from 'vitest';

import { textShortcuts } from '../src/desk/shortcuts.ts';
import { languages, speak } from '../src/words/dictionary.ts';
import { openEditor } from './support/open-editor.ts';

const editor = openEditor();
afterAll(() => editor.destroy());

/** As they are compared: the order and the case of their parts mean nothing. */
function plain(shortcut: string): string {
  const parts = shortcut.split('-');
  const key = parts.pop() ?? '';
  return [...parts.sort(), key.length === 1 ? key.toLowerCase() : key].join('-');
}

function keysOf(extension: AnyExtension): readonly string[] {
  const { name } = extension;
  const options: unknown = extension.options;
  const storage: unknown = extension.storage;
  const bind = getExtensionField<(() => Readonly<Record<string, unknown>>) | undefined>(
    extension,
    'addKeyboardShortcuts',
    {
      name,
      options,
      storage,
      editor,
      type: editor.schema.nodes[name] ?? editor.schema.marks[name],
    },
  );
  return Object.keys(bind?.() ?? {});
}

const bound = new Set(editor.extensionManager.extensions.flatMap(keysOf).map(plain));
const groups = textShortcuts();
const listed = new Set(groups.flatMap(({ keys }) => keys.map(([, shortcut]) => plain(shortcut))));

/** What these do is what they do in every text, so that nobody looks for them; the last is another one for redo. */
const everywhere = /^(?:(?:Mod-|Shift-)?(?:Backspace|Delete)|Arrow\w+|Enter|Mod-a|Mod-y)$/;

/** Not by an extension's keys: the paste that follows is told. */
const elsewhere = ['Mod-Shift-v'];

describe('the list of keys', () => {
  it('has a line for every key of the editor', () => {
    const missing = [...bound].filter((key) => !listed.has(key) && !everywhere.test(key));
    expect(missing).toEqual([]);
  });

  it('promises no key that does nothing', () => {
    expect([...listed].filter((key) => !bound.has(key))).toEqual(elsewhere);
  });

  it('names nothing twice in one group, in any language', async () => {
    for (const language of languages) {
      await speak(language, language);
      for (const { label, keys } of textShortcuts()) {
        const names = keys.map(([name]) => name);
        expect(new Set(names).size, `${label}: ${names.join(', ')}`).toBe(names.length);
      }
    }
  });
});
