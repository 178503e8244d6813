import type { Extensions } from '@tiptap/core';

import { leaveMarks } from './leave-marks.ts';
import { plainSigns } from './plain-signs.ts';

/** What makes typing feel right; nothing of it is to be seen. */
export const typingExtensions: Extensions = [leaveMarks, plainSigns];
