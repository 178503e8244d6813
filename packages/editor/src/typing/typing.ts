import type { Extensions } from '@tiptap/core';

import { leaveMarks } from './leave-marks.ts';

/** What makes typing feel right; nothing of it is to be seen. */
export const typingExtensions: Extensions = [leaveMarks];
