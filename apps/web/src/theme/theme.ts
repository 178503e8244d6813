/** Light, dark, or whatever the device says. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

// The same key is read by public/theme.js before the first paint.
const KEY = 'indelible:theme';

/** The chosen theme. */
export function chosenTheme(): Theme {
  const attribute = document.documentElement.dataset['theme'];
  return attribute === 'light' || attribute === 'dark' ? attribute : 'system';
}

/** Shows a theme and keeps the choice on this device. */
export function chooseTheme(theme: Theme): void {
  show(theme);
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Not kept; it holds for this page.
  }
}

/** Follows a choice made in another tab. */
export function followOtherTabs(): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === KEY) show(themes.find((theme) => theme === newValue) ?? 'system');
  });
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
