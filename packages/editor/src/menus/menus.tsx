import type { Editor } from '@tiptap/core';
import { lazy, Suspense } from 'react';

import { useEditorState } from '../page/use-editor-state.ts';
import { type MenuKeys, suggestionOf } from './suggestion.ts';
import type { ChoiceSources } from './use-choices.ts';

const SuggestionMenu = lazy(async () => ({
  default: (await import('./suggestion-menu.tsx')).SuggestionMenu,
}));

interface MenusProps {
  readonly editor: Editor;
  readonly keys: MenuKeys;
  readonly sources: ChoiceSources;
}

const shownSuggestion = (editor: Editor) => ({ suggestion: suggestionOf(editor) });

/** The menus that open where somebody types for them; fetched when somebody first does. */
export function Menus({ editor, keys, sources }: MenusProps) {
  const { suggestion } = useEditorState(editor, shownSuggestion);
  if (suggestion === null) return null;
  return (
    <Suspense>
      <SuggestionMenu editor={editor} keys={keys} suggestion={suggestion} sources={sources} />
    </Suspense>
  );
}
