import { Ellipsis, Trash2 } from 'lucide-react';

import { languages } from '@indelible/editor/words';

import { languageNames } from '../language/language.ts';
import { useLanguage } from '../language/use-language.ts';
import { START } from '../pages/addresses.ts';
import { go } from '../pages/go.ts';
import { useDeleteWithUndo } from '../start/use-delete-with-undo.ts';
import { themes } from '../theme/theme.ts';
import { useTheme } from '../theme/use-theme.ts';
import { Menu, MenuChoice, MenuItem, MenuLine } from '../ui/menu.tsx';
import { useWords } from '../words/use-words.ts';
import { toolbarPlaces, useToolbarPlace } from './toolbar-choice.ts';

/** What is needed seldom. */
export function MoreMenu({ id, title }: { id: string; title: string }) {
  const { moreMenu, choices } = useWords();
  const [theme, chooseTheme] = useTheme();
  const [language, chooseLanguage] = useLanguage();
  const [toolbar, chooseToolbar] = useToolbarPlace();
  const { remove } = useDeleteWithUndo();
  const removeThis = (): void => {
    // Away first, so that this page is not itself told that its document is gone.
    void go(START).then(() => remove({ id, title }));
  };
  return (
    <Menu label={moreMenu.label} icon={<Ellipsis size={18} aria-hidden />}>
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
      <MenuItem icon={<Trash2 size={16} aria-hidden />} danger onSelect={removeThis}>
        {moreMenu.deleteDocument}
      </MenuItem>
    </Menu>
  );
}
