/** Nothing but the page. */
export const alone = {
  leave: 'Show everything again',
  entered: 'Only the page is shown. Press Escape to show everything again.',
};
