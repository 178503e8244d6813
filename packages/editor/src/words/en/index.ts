import { insertions } from './insertions.ts';

export const en = { insertions };
