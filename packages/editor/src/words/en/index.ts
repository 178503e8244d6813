import { actions } from './actions.ts';
import { blocks } from './blocks.ts';
import { colors } from './colors.ts';
import { insertions } from './insertions.ts';
import { links } from './links.ts';
import { media } from './media.ts';
import { mentions } from './mentions.ts';
import { menus } from './menus.ts';
import { moving } from './moving.ts';
import { page } from './page.ts';
import { people } from './people.ts';
import { tables } from './tables.ts';
import { tasks } from './tasks.ts';

export const en = {
  actions,
  blocks,
  colors,
  insertions,
  links,
  media,
  mentions,
  menus,
  moving,
  page,
  people,
  tables,
  tasks,
};
