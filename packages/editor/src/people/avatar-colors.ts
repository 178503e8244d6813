import type { CSSProperties } from 'react';

import { textOn } from './color.ts';

/** The custom properties that draw somebody's avatar. */
export function avatarColors(color: string): CSSProperties {
  return { '--person': color, '--person-text': textOn(color) } as CSSProperties;
}
