import { insertions, type Insertion } from '../blocks/insertions.ts';
import type { Ask } from '../forms/ask.ts';
import { shortcutText } from '../toolbar/shortcut.ts';
import { en } from '../words/en/index.ts';
import { words } from '../words/words.ts';
import type { Choice } from './choice.ts';
import { rank } from './fuzzy.ts';
import { keepRecent } from './recents.ts';

/** Where the names of what was inserted last are kept. */
export const RECENT_BLOCKS = 'blocks';

const GROUPS: readonly Insertion['group'][] = ['text', 'lists', 'structure', 'media', 'inline'];

/**
 * What can be inserted and fits what was typed, best first; with nothing typed, what was chosen last and then everything
 * in its groups.
 */
export function blockChoices(typed: string, recents: readonly string[], ask: Ask): Choice[] {
  const titles = words().menus;
  if (typed.trim() !== '') {
    return rank(insertions, typed, namesOf).map((one) => toChoice(one, titles.found, ask));
  }
  const recent = recents.flatMap((name) => insertions.filter((one) => one.name === name));
  const others = insertions.filter(({ name }) => !recents.includes(name));
  return [
    ...recent.map((one) => toChoice(one, titles.recent, ask)),
    ...GROUPS.flatMap((group) =>
      others
        .filter((one) => one.group === group)
        .map((one) => toChoice(one, titles.groups[group], ask)),
    ),
  ];
}

function toChoice(insertion: Insertion, group: string, ask: Ask): Choice {
  const { name, icon, shortcut } = insertion;
  return {
    name,
    label: insertion.label(),
    sign: icon,
    ...(shortcut === undefined ? {} : { detail: shortcutText(shortcut) }),
    group,
    choose: (editor) => {
      keepRecent(RECENT_BLOCKS, name);
      insertion.run(editor, ask);
    },
  };
}

/** In the reader's language first, then as they are called in English and in the document. */
function namesOf(insertion: Insertion): string[] {
  const english: unknown = Object.entries(en.insertions).find(
    ([name]) => name === insertion.name,
  )?.[1];
  return [
    insertion.label(),
    ...insertion.aliases().split(' '),
    ...wordsIn(english),
    insertion.name.replace(/(?=[A-Z\d])/g, ' '),
  ];
}

function wordsIn(english: unknown): string[] {
  if (typeof english !== 'object' || english === null) return [];
  return Object.entries(english).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== 'string') return [];
    return key === 'label' ? [value] : value.split(' ');
  });
}
