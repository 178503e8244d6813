/** What blocks say of themselves. */
export const blocks = {
  callout: {
    label: 'Kind of callout',
    kinds: { note: 'Note', tip: 'Tip', warning: 'Warning', danger: 'Danger' },
  },
  toggle: {
    open: (line: string) => `Open: ${line || 'toggle'}`,
    close: (line: string) => `Close: ${line || 'toggle'}`,
  },
  code: {
    language: 'Language',
    plain: 'Plain text',
    wrap: 'Wrap long lines',
    copy: 'Copy code',
    copied: 'Copied',
    notCopied: 'The browser did not let it be copied',
  },
  math: {
    formula: 'Formula',
    inline: 'Formula in the line',
    block: 'Formula on its own line',
    latex: 'Formula in LaTeX',
    insert: 'Insert',
    change: 'Change',
    remove: 'Remove',
    empty: 'Empty formula',
    preview: 'Preview',
    wrong: (near: string) =>
      near === ''
        ? 'This can’t be read yet: something is missing at the end'
        : `This can’t be read yet, near “${near}”`,
  },
  contents: {
    label: 'Contents',
    none: 'The headings of this document appear here.',
  },
};
