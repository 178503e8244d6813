/** Who is here. */
export const people = {
  here: 'People here',
  someone: 'Someone',
  guest: 'Guest',
  guestNamed: (name: string) => `${name} (guest)`,
  self: (name: string) => `${name} (you)`,
  changeSelf: (name: string) => `${name} (you): change name and colour`,
  more: (names: string) => `And ${names}`,
  you: 'You',
  yourName: 'Your name',
  yourColor: 'Your colour',
  colors: {
    rose: 'Rose',
    olive: 'Olive',
    violet: 'Violet',
    teal: 'Teal',
    plum: 'Plum',
    sky: 'Sky',
    green: 'Green',
    mauve: 'Mauve',
  },
};
