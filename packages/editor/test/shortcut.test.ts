import { describe, expect, it } from 'vitest';

import { ariaShortcut, historyKey, shortcutText } from '../src/toolbar/shortcut.ts';

const keys = { key: 'z', ctrlKey: true, shiftKey: false, altKey: false, metaKey: false };

// Node calls itself no Apple machine, so these are the words of the others.
describe('a shortcut', () => {
  it('is written in the words of the keyboard', () => {
    expect(shortcutText('Mod-Shift-s')).toBe('Ctrl+Shift+S');
    expect(ariaShortcut('Mod-Alt-1')).toBe('Control+Alt+1');
  });

  it('means undo or redo, and nothing with other keys held', () => {
    expect(historyKey(keys)).toBe('undo');
    expect(historyKey({ ...keys, key: 'Z', shiftKey: true })).toBe('redo');
    expect(historyKey({ ...keys, key: 'y' })).toBe('redo');
    expect(historyKey({ ...keys, altKey: true })).toBeNull();
    expect(historyKey({ ...keys, ctrlKey: false })).toBeNull();
  });
});
