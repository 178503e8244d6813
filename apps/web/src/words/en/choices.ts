/** How the app looks and which language it speaks. */
export const choices = {
  appearance: 'Appearance',
  themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
  language: 'Language',
  couldNotSpeak: 'Couldn’t change the language',
  stays: 'Its words couldn’t be fetched. The page stays as it is; try again in a moment.',
};
