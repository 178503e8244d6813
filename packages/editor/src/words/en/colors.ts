/** Colours, and what they are given to. */
export const colors = {
  label: 'Colour',
  text: 'Text colour',
  highlight: 'Highlight',
  usual: 'Usual',
  none: 'None',
  names: {
    gray: 'Grey',
    red: 'Red',
    orange: 'Orange',
    yellow: 'Yellow',
    green: 'Green',
    teal: 'Teal',
    blue: 'Blue',
    purple: 'Purple',
    pink: 'Pink',
  },
};
