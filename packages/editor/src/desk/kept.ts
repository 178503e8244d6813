type Place = 'for the browser' | 'for the tab';

const storageOf = (place: Place): Storage =>
  place === 'for the browser' ? localStorage : sessionStorage;

/** Whether something was left on. */
export function wasOn(name: string, place: Place): boolean {
  try {
    return storageOf(place).getItem(`indelible:${name}`) === 'on';
  } catch {
    return false;
  }
}

/** Keeps whether something is on, where the browser keeps anything. */
export function keepOn(name: string, place: Place, isOn: boolean): void {
  try {
    if (isOn) storageOf(place).setItem(`indelible:${name}`, 'on');
    else storageOf(place).removeItem(`indelible:${name}`);
  } catch {
    // It holds for this page.
  }
}
