import type { Editor } from '@tiptap/core';
import { ArrowDown, ArrowUp, Copy, Link2, type LucideIcon, Trash2 } from 'lucide-react';

import { listActions } from '../blocks/actions.ts';
import { MenuItem } from '../controls/menu.tsx';
import { copyBlockLink } from '../links/copy-block-link.ts';
import { blockTypes } from '../toolbar/block-types.ts';
import { ariaShortcut, type Shortcut, shortcutText } from '../toolbar/shortcut.ts';
import { useWords } from '../words/use-words.ts';
import { deleteBlocks, duplicateBlocks, moveBlocks } from './block-commands.ts';
import { blockShortcuts } from './block-keys.ts';

/** What can be done with the selected blocks as a whole. */
export function BlockActions({ editor }: { readonly editor: Editor }) {
  const { moving: label } = useWords();
  const item = (name: string, icon: LucideIcon, run: () => void, shortcut?: Shortcut) => (
    <ActionItem
      label={name}
      icon={icon}
      {...(shortcut === undefined ? {} : { shortcut })}
      onSelect={run}
    />
  );
  return (
    <>
      {item(label.duplicate, Copy, () => duplicateBlocks(editor), blockShortcuts.duplicate)}
      {item(label.moveUp, ArrowUp, () => moveBlocks(editor, 'up'), blockShortcuts.moveUp)}
      {item(label.moveDown, ArrowDown, () => moveBlocks(editor, 'down'), blockShortcuts.moveDown)}
      {item(label.copyLink, Link2, () => void copyBlockLink(editor))}
      {item(label.delete, Trash2, () => deleteBlocks(editor))}
      <hr className="ed-menu-line" />
      <div className="ed-choice-group" aria-hidden>
        {label.turnInto}
      </div>
      <fieldset className="ed-menu-group" aria-label={label.turnInto}>
        {blockTypes.map((type) => (
          <TurnInto
            key={type.name}
            name={type.name}
            label={type.label()}
            onSelect={() => type.turnInto(editor)}
          />
        ))}
        {listActions.map((action) => (
          <TurnInto
            key={action.name}
            name={action.name}
            label={action.label()}
            onSelect={() => action.toggle(editor)}
          />
        ))}
      </fieldset>
    </>
  );
}

interface ActionItemProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly shortcut?: Shortcut;
  readonly onSelect: () => void;
}

function ActionItem({ label, icon: Icon, shortcut, onSelect }: ActionItemProps) {
  return (
    <MenuItem
      className="ed-menu-item"
      aria-keyshortcuts={shortcut === undefined ? undefined : ariaShortcut(shortcut)}
      onSelect={onSelect}
    >
      <span className="ed-menu-mark">
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </span>
      <span>{label}</span>
      {shortcut !== undefined && <kbd aria-hidden>{shortcutText(shortcut)}</kbd>}
    </MenuItem>
  );
}

interface TurnIntoProps {
  readonly name: string;
  readonly label: string;
  readonly onSelect: () => void;
}

function TurnInto({ name, label, onSelect }: TurnIntoProps) {
  return (
    <MenuItem className={`ed-menu-item ed-as-${name}`} onSelect={onSelect}>
      <span className="ed-menu-label">{label}</span>
    </MenuItem>
  );
}
