import { BorderStyle, type IStylesOptions } from 'docx';

import { calloutKinds, type CalloutKind } from '../schema/callout.ts';

/** Names of our own paragraph styles, by which a file of ours is read again. */
export const styleIds = {
  code: 'IndelibleCode',
  quote: 'Quote',
  formula: 'IndelibleFormula',
  summary: 'IndelibleToggle',
  caption: 'Caption',
  continued: 'ListContinue',
} as const;

/** Names of our own styles for letters. */
export const letterStyles = { code: 'IndelibleCodeText', formula: 'IndelibleFormulaText' } as const;

export const calloutStyle = (kind: CalloutKind): string =>
  `IndelibleCallout${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

const PAPERS: Readonly<Record<CalloutKind, readonly [paper: string, line: string]>> = {
  note: ['EAF1FC', '1A56B0'],
  tip: ['E3F5E8', '1E6B34'],
  warning: ['FFF6D6', 'B58900'],
  danger: ['FCE4E2', 'B3261E'],
};

const MONO = { font: 'Consolas', size: 20 };

/** How a document looks in Word. */
export const wordStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Calibri', size: 22 },
      paragraph: { spacing: { after: 140, line: 276 } },
    },
  },
  paragraphStyles: [
    {
      id: styleIds.code,
      name: 'Code Block',
      basedOn: 'Normal',
      run: { ...MONO },
      paragraph: { spacing: { line: 260 }, indent: { left: 120 } },
    },
    {
      id: styleIds.quote,
      name: 'Quote',
      basedOn: 'Normal',
      run: { color: '555555' },
      paragraph: {
        indent: { left: 360 },
        border: { left: { style: BorderStyle.SINGLE, size: 12, color: 'BBBBBB', space: 8 } },
      },
    },
    { id: styleIds.formula, name: 'Formula', basedOn: 'Normal', run: { font: 'Cambria Math' } },
    { id: styleIds.summary, name: 'Toggle', basedOn: 'Normal', run: { bold: true } },
    {
      id: styleIds.caption,
      name: 'caption',
      basedOn: 'Normal',
      run: { color: '555555', size: 20 },
    },
    { id: styleIds.continued, name: 'List Continue', basedOn: 'Normal' },
    ...calloutKinds.map((kind) => ({
      id: calloutStyle(kind),
      name: `Callout ${kind}`,
      basedOn: 'Normal',
      paragraph: {
        indent: { left: 240, right: 240 },
        shading: { fill: PAPERS[kind][0] },
        border: { left: { style: BorderStyle.SINGLE, size: 24, color: PAPERS[kind][1], space: 8 } },
      },
    })),
  ],
  characterStyles: [
    { id: letterStyles.code, name: 'Code Text', run: { ...MONO } },
    { id: letterStyles.formula, name: 'Formula Text', run: { font: 'Cambria Math' } },
  ],
};
