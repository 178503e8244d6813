import { insertions, goToCaret, usePeople } from '@indelible/editor';
import {
  deskOf,
  shortcutText,
  toggleAlone,
  toggleDimmed,
  toggleOutline,
  toggleQuiet,
  useDesk,
} from '@indelible/editor/desk';
import type { Provider } from '@indelible/provider';

import { START } from '../pages/addresses.ts';
import { go } from '../pages/go.ts';
import { transfersOf } from '../transfer/transfers.ts';
import { useWords } from '../words/use-words.ts';
import { useCommonItems, useDocumentGroup } from './common-items.ts';
import type { PaletteGroup, PaletteItem } from './palette-items.ts';
import { Palette } from './palette.tsx';

interface DocumentPaletteProps {
  readonly id: string;
  readonly provider: Provider;
  readonly onClose: () => void;
}

/** The palette on a document's page. */
export function DocumentPalette({ id, provider, onClose }: DocumentPaletteProps) {
  const { palette: said } = useWords();
  const documents = useDocumentGroup(id);
  const common = useCommonItems();
  const page = usePageItems(provider);
  const transfers = useTransferItems(provider);
  const people = usePeopleItems(provider);
  const groups: readonly PaletteGroup[] = [
    { label: said.actions, items: [...page, ...common, ...transfers], most: [5, 12] },
    { label: said.people, items: people, most: [4, 8] },
    { label: said.insert, items: insertionItems(provider), most: [0, 8] },
    documents,
  ];
  return <Palette groups={groups} open={id} onClose={onClose} />;
}

function usePageItems(provider: Provider): readonly PaletteItem[] {
  const { palette: said } = useWords();
  const desk = deskOf(provider);
  const isQuiet = useDesk(desk, 'quiet');
  const editable = useDesk(desk, 'editable');
  const replace: PaletteItem = {
    id: 'replace',
    label: said.replace,
    keys: shortcutText('Mod-Alt-f'),
    run: () => desk.put({ find: 'replace' }),
  };
  return [
    {
      id: 'find',
      label: said.find,
      keys: shortcutText('Mod-f'),
      run: () => desk.put({ find: 'find' }),
    },
    ...(editable ? [replace] : []),
    {
      id: 'outline',
      label: said.outline,
      keys: shortcutText('Mod-Alt-o'),
      run: () => toggleOutline(desk),
    },
    {
      id: 'alone',
      label: said.alone,
      aliases: 'focus zen',
      keys: shortcutText('Mod-Alt-z'),
      run: () => toggleAlone(desk),
    },
    {
      id: 'dimmed',
      label: said.dimmed,
      aliases: 'focus zen typewriter',
      run: () => toggleDimmed(desk),
    },
    {
      id: 'shortcuts',
      label: said.shortcuts,
      keys: shortcutText('Mod-?'),
      run: () => desk.put({ shortcuts: true }),
    },
    {
      id: 'quiet',
      label: isQuiet ? said.announceOn : said.announceOff,
      run: () => toggleQuiet(desk),
    },
    { id: 'all', label: said.allDocuments, run: () => void go(START) },
  ];
}

/** The ways out are there for a document that is. */
function useTransferItems(provider: Provider): readonly PaletteItem[] {
  const { transfer } = useWords();
  const isOpen = useDesk(deskOf(provider), 'open') !== null;
  if (!isOpen) return [];
  const ways = transfersOf(provider);
  const exports = (['markdown', 'html', 'docx'] as const).map((format): PaletteItem => ({
    id: `export-${format}`,
    label: transfer.exportTo(transfer[format]),
    aliases: 'download save',
    run: ways[format],
  }));
  return [
    ...exports,
    { id: 'print', label: transfer.print, run: ways.print },
    { id: 'copy-markdown', label: transfer.copyMarkdown, run: ways.copyMarkdown },
  ];
}

function usePeopleItems(provider: Provider): readonly PaletteItem[] {
  const { palette: said } = useWords();
  return usePeople(provider.awareness)
    .filter(({ self }) => !self)
    .flatMap(({ id, name }) => [
      { id: `to-${id}`, label: said.goTo(name), run: () => goToCaret(id) },
      {
        id: `follow-${id}`,
        label: said.follow(name),
        run: () => deskOf(provider).put({ following: id }),
      },
    ]);
}

function insertionItems(provider: Provider): readonly PaletteItem[] {
  const { open, ask, editable } = deskOf(provider).state();
  if (open === null || ask === null || !editable) return [];
  return insertions.map(({ name, label, aliases, shortcut, run }) => ({
    id: `insert-${name}`,
    label: label(),
    aliases: aliases(),
    keys: shortcut === undefined ? undefined : shortcutText(shortcut),
    run: () => run(open.editor, ask),
  }));
}
