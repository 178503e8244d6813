import { moreMenu } from './more-menu.ts';

export const en = { moreMenu };
