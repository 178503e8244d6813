import { Ellipsis, Trash2 } from 'lucide-react';

import { START } from '../pages/addresses.ts';
import { go } from '../pages/go.ts';
import { useDeleteWithUndo } from '../start/use-delete-with-undo.ts';
import { themes } from '../theme/theme.ts';
import { themeNames, useTheme } from '../theme/use-theme.ts';
import { Menu, MenuChoice, MenuItem, MenuLine } from '../ui/menu.tsx';
import { words } from '../words/words.ts';

/** What is needed seldom. */
export function MoreMenu({ id, title }: { id: string; title: string }) {
  const [theme, chooseTheme] = useTheme();
  const { remove } = useDeleteWithUndo();
  const removeThis = (): void => {
    // Away first, so that this page is not itself told that its document is gone.
    void go(START).then(() => remove({ id, title }));
  };
  return (
    <Menu label={words().moreMenu.label} icon={<Ellipsis size={18} aria-hidden />}>
      <MenuChoice
        label={words().moreMenu.appearance}
        value={theme}
        options={themes.map((option) => [option, themeNames[option]] as const)}
        onChoose={chooseTheme}
      />
      <MenuLine />
      <MenuItem icon={<Trash2 size={16} aria-hidden />} danger onSelect={removeThis}>
        {words().moreMenu.deleteDocument}
      </MenuItem>
    </Menu>
  );
}
