import type { Choice } from '../menus/choice.ts';
import { plain, rank } from '../menus/fuzzy.ts';
import { keepRecent, readRecents } from '../menus/recents.ts';
import { words } from '../words/words.ts';
import type { Emoji } from './emoji-list.ts';

const RECENT_EMOJI = 'emoji';

/** How many are offered. */
const OFFERED = 24;

/** Fewer letters are hardly meant: a colon has other uses. */
const MIN_TYPED = 2;

/**
 * The signs that fit what was typed; those used last and then the first ones, if somebody asked for them without a word.
 *
 * @param isAsked the menu was opened on purpose, and not just by a colon.
 */
export function emojiChoices(typed: string, isAsked: boolean, emoji: readonly Emoji[]): Choice[] {
  const isSearch = typed.length >= MIN_TYPED;
  if (!isSearch && !isAsked) return [];
  if (isSearch) {
    // Of thousands, many have its letters somewhere in their order.
    const word = plain(typed);
    const fitting = emoji.filter(({ names }) => names.some((name) => plain(name).includes(word)));
    return rank(fitting, typed, ({ names }) => names)
      .slice(0, OFFERED)
      .map((one) => toChoice(one, words().menus.found));
  }
  const recents = readRecents(RECENT_EMOJI);
  const recent = recents.flatMap((sign) => emoji.filter((one) => one.sign === sign));
  const others = emoji.slice(0, OFFERED).filter(({ sign }) => !recents.includes(sign));
  return [
    ...recent.map((one) => toChoice(one, words().menus.recent)),
    ...others.map((one) => toChoice(one, words().menus.label[':'])),
  ];
}

/** The sign whose code somebody has just closed with a second colon; null if it is none. */
export function emojiWritten(code: string, emoji: readonly Emoji[]): Choice | null {
  const found = emoji.find(({ codes }) => codes.includes(code.toLowerCase()));
  return found === undefined ? null : toChoice(found, '');
}

function toChoice({ sign, names: [name = ''] }: Emoji, group: string): Choice {
  return {
    name: sign,
    label: name,
    sign,
    group,
    choose: ({ view }) => {
      keepRecent(RECENT_EMOJI, sign);
      view.dispatch(view.state.tr.insertText(sign).scrollIntoView());
    },
  };
}
