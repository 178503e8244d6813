import { type ILevelsOptions, LevelFormat } from 'docx';

/** Levels of lists that Word knows. */
const LEVELS = 9;

/** How a list counts. */
export interface Numbering {
  readonly reference: string;
  readonly kind: 'bullet' | 'open' | 'done' | 'ordered';
  readonly start: number;
  readonly type: string | null;
}

const SIGNS = { bullet: ['•', '◦', '▪'], open: ['☐'], done: ['☑'] } as const;

const FORMATS: Readonly<Record<string, ILevelsOptions['format']>> = {
  a: LevelFormat.LOWER_LETTER,
  A: LevelFormat.UPPER_LETTER,
  i: LevelFormat.LOWER_ROMAN,
  I: LevelFormat.UPPER_ROMAN,
};

/** The same as Word says it. */
export function numbering({ reference, kind, start, type }: Numbering) {
  const levels = Array.from({ length: LEVELS }, (_none, level): ILevelsOptions => {
    const style = { paragraph: { indent: { left: 440 * (level + 1), hanging: 340 } } };
    if (kind === 'ordered')
      return {
        level,
        format: FORMATS[type ?? ''] ?? LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
        start,
        style,
      };
    const signs = SIGNS[kind];
    return { level, format: LevelFormat.BULLET, text: signs[level % signs.length] ?? '•', style };
  });
  return { reference, levels };
}
