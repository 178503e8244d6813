// Runs before the first paint, so that nobody who chose dark sees a white flash. "System" is the
// absence of the attribute: CSS then follows the device by itself. See src/theme/theme.ts.
try {
  const chosen = localStorage.getItem('indelible:theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
} catch {
  // No storage (private mode, blocked cookies): follow the device.
}
