import type { EditorWords } from '../words.ts';
import { actions } from './actions.ts';
import { alone } from './alone.ts';
import { blocks } from './blocks.ts';
import { colors } from './colors.ts';
import { counts } from './counts.ts';
import { find } from './find.ts';
import { insertions } from './insertions.ts';
import { links } from './links.ts';
import { media } from './media.ts';
import { mentions } from './mentions.ts';
import { menus } from './menus.ts';
import { moving } from './moving.ts';
import { outline } from './outline.ts';
import { page } from './page.ts';
import { people } from './people.ts';
import { shortcuts } from './shortcuts.ts';
import { tables } from './tables.ts';
import { tasks } from './tasks.ts';
import { together } from './together.ts';

export const de: EditorWords = {
  actions,
  alone,
  blocks,
  colors,
  counts,
  find,
  insertions,
  links,
  media,
  mentions,
  menus,
  moving,
  outline,
  page,
  people,
  shortcuts,
  tables,
  tasks,
  together,
};
