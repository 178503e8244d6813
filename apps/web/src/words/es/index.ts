import type { AppWords } from '../words.ts';
import { moreMenu } from './more-menu.ts';

export const es: AppWords = { moreMenu };
