import { Command, Ellipsis, Keyboard, Maximize, Search, Trash2 } from 'lucide-react';

import { deskOf, shortcutText, toggleAlone } from '@indelible/editor/desk';
import { languages } from '@indelible/editor/words';
import type { Provider } from '@indelible/provider';

import { languageNames } from '../language/language.ts';
import { useLanguage } from '../language/use-language.ts';
import { useKeptOffline } from '../offline/use-stored.ts';
import { START } from '../pages/addresses.ts';
import { go } from '../pages/go.ts';
import { useDeleteWithUndo } from '../start/use-delete-with-undo.ts';
import { themes } from '../theme/theme.ts';
import { useTheme } from '../theme/use-theme.ts';
import { TransferItems } from '../transfer/transfer-items.tsx';
import { Menu, MenuChoice, MenuItem, MenuLine, MenuSwitch } from '../ui/menu.tsx';
import { useWords } from '../words/use-words.ts';
import { toolbarPlaces, useToolbarPlace } from './toolbar-choice.ts';

interface MoreMenuProps {
  readonly id: string;
  readonly title: string;
  readonly provider: Provider;
  /** Whether there is a page with words on it below. */
  readonly written: boolean;
}

/** What is needed seldom. */
export function MoreMenu({ id, title, provider, written }: MoreMenuProps) {
  const { moreMenu, choices, offline } = useWords();
  const [theme, chooseTheme] = useTheme();
  const [language, chooseLanguage] = useLanguage();
  const [toolbar, chooseToolbar] = useToolbarPlace();
  const [isKept, keep] = useKeptOffline(id);
  const { remove } = useDeleteWithUndo();
  const removeThis = (): void => {
    // Away first, so that this page is not itself told that its document is gone.
    void go(START).then(() => remove({ id, title }));
  };
  return (
    <Menu label={moreMenu.label} icon={<Ellipsis size={18} aria-hidden />}>
      <PageItems provider={provider} />
      <MenuLine />
      <MenuChoice
        label={choices.appearance}
        value={theme}
        options={themes.map((option) => [option, choices.themes[option]] as const)}
        onChoose={chooseTheme}
      />
      <MenuLine />
      <MenuChoice
        label={choices.language}
        value={language}
        options={languages.map((option) => [option, languageNames[option]] as const)}
        onChoose={chooseLanguage}
      />
      <MenuLine />
      <MenuChoice
        label={moreMenu.toolbar}
        value={toolbar}
        options={toolbarPlaces.map((place) => [place, moreMenu.toolbarPlaces[place]])}
        onChoose={chooseToolbar}
      />
      <MenuLine />
      {written && <TransferItems provider={provider} />}
      <MenuSwitch on={isKept} onChange={keep}>
        {offline.keepOffline}
      </MenuSwitch>
      <MenuItem icon={<Trash2 size={16} aria-hidden />} danger onSelect={removeThis}>
        {moreMenu.deleteDocument}
      </MenuItem>
    </Menu>
  );
}

/** What is done to the page; all of it has keys, too. */
function PageItems({ provider }: { readonly provider: Provider }) {
  const { palette } = useWords();
  const desk = deskOf(provider);
  const items = [
    [palette.find, 'Mod-f', Search, () => desk.put({ find: 'find' })],
    [palette.alone, 'Mod-Alt-z', Maximize, () => toggleAlone(desk)],
    [palette.openPalette, 'Mod-k', Command, () => desk.put({ palette: true })],
    [palette.shortcuts, 'Mod-?', Keyboard, () => desk.put({ shortcuts: true })],
  ] as const;
  return items.map(([label, keys, Icon, run]) => (
    <MenuItem
      key={label}
      icon={<Icon size={16} aria-hidden />}
      keys={shortcutText(keys)}
      onSelect={run}
    >
      {label}
    </MenuItem>
  ));
}
