import type { AppWords } from '../words.ts';
import { announcements } from './announcements.ts';
import { byReturn } from './by-return.ts';
import { changes } from './changes.ts';
import { choices } from './choices.ts';
import { guests } from './guests.ts';
import { moreMenu } from './more-menu.ts';
import { offline } from './offline.ts';
import { pages } from './pages.ts';
import { palette } from './palette.ts';
import { refusals } from './refusals.ts';
import { search } from './search.ts';
import { share } from './share.ts';
import { start } from './start.ts';
import { status } from './status.ts';
import { times } from './times.ts';
import { transfer } from './transfer.ts';

export const zh: AppWords = {
  announcements,
  byReturn,
  changes,
  choices,
  guests,
  moreMenu,
  offline,
  pages,
  palette,
  refusals,
  search,
  share,
  start,
  status,
  times,
  transfer,
};
