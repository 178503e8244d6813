// Runs before the first paint, so that nobody who chose dark sees a white flash and the page says from
// the start which language it is in. See src/theme/theme.ts and src/language/language.ts.
{
  const page = document.documentElement;
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      // No storage (private mode, blocked cookies): follow the device.
      return null;
    }
  };

  // "System" is the absence of the attribute: CSS then follows the device by itself.
  const theme = kept('indelible:theme');
  if (theme === 'light' || theme === 'dark') page.dataset.theme = theme;

  // What was chosen here, else the first of the browser's languages that the app speaks.
  const spoken = new Map([
    ['en', 'en'],
    ['de', 'de'],
    ['es', 'es'],
    ['zh', 'zh-Hans'],
  ]);
  const wished = [kept('indelible:language'), ...navigator.languages, 'en'];
  const known = wished.map((tag) => spoken.get(String(tag).toLowerCase().split('-')[0]));
  page.lang = known.find(Boolean);
  // All of them are written from left to right; documents decide for themselves, line by line.
  page.dir = 'ltr';
}
