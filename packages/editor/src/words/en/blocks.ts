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
};
