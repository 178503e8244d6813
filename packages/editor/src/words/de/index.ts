import type { EditorWords } from '../words.ts';
import { insertions } from './insertions.ts';

export const de: EditorWords = { insertions };
