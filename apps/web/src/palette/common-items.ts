import { useMemo } from 'react';

import { useDocuments } from '../api/queries.ts';
import { documentAddress } from '../pages/addresses.ts';
import { go } from '../pages/go.ts';
import { listView } from '../start/list-view.ts';
import { useFound } from '../start/use-found.ts';
import { useLocalDocuments } from '../start/use-local-documents.ts';
import { useNewDocument } from '../start/use-new-document.ts';
import { themes } from '../theme/theme.ts';
import { useTheme } from '../theme/use-theme.ts';
import { chooseFiles } from '../transfer/choose-files.ts';
import { useWords } from '../words/use-words.ts';
import type { PaletteGroup, PaletteItem } from './palette-items.ts';

const documentItem = (id: string, label: string): PaletteItem => ({
  id,
  label,
  run: () => void go(documentAddress(id)),
});

/** The documents of the server and those of this device, but not the one that is open. */
export function useDocumentGroup(open: string | null): PaletteGroup {
  const { palette, pages } = useWords();
  const { data } = useDocuments();
  const local = useLocalDocuments(true);
  return useMemo(() => {
    const all = new Map(
      [...(data?.documents ?? []), ...(local ?? [])].toReversed().map((one) => [one.id, one.title]),
    );
    const items = [...all]
      .toReversed()
      .flatMap(([id, title]) => (id === open ? [] : [documentItem(id, title || pages.untitled)]));
    return { label: palette.documents, items, most: [5, 20] };
  }, [data, local, open, palette, pages]);
}

/** The documents in whose text the server finds what was typed, and whether it is still looking. */
export function useTextGroup(typed: string, open: string | null): [PaletteGroup, boolean] {
  const { palette, pages } = useWords();
  const { data } = useDocuments();
  const { found, state } = useFound(typed);
  return useMemo(() => {
    const titles = new Map(data?.documents.map(({ id, title }) => [id, title]));
    const items = found.flatMap(({ id, excerpt }) => {
      const title = titles.get(id);
      if (title === undefined || id === open || state === 'none') return [];
      return [{ ...documentItem(id, title || pages.untitled), excerpt }];
    });
    return [{ label: palette.inTexts, items, most: [0, 8] }, state === 'searching'];
  }, [data, found, state, open, palette, pages]);
}

/** What can be done on every page. */
export function useCommonItems(): readonly PaletteItem[] {
  const { palette, start, choices, transfer } = useWords();
  const { data, error } = useDocuments();
  const { create } = useNewDocument(listView(data, error).state === 'offline');
  const [, chooseTheme] = useTheme();
  return [
    { id: 'new', label: start.newDocument, run: create },
    { id: 'import', label: transfer.importFile, aliases: 'open upload', run: chooseFiles },
    ...themes.map((theme): PaletteItem => ({
      id: `theme-${theme}`,
      label: palette.theme(choices.themes[theme]),
      aliases: 'theme dark light appearance',
      run: () => chooseTheme(theme),
    })),
  ];
}
