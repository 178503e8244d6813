import type { MenuEntry, MenuGroup } from './table-menu-entries.ts';

interface MenuPorts {
  readonly label: string;
  /** Asked anew after each choice that leaves the menu open. */
  readonly groups: () => readonly MenuGroup[];
  readonly choose: (entry: MenuEntry) => void;
  /** Where it is put away to; the focus goes back to the text. */
  readonly onClose: () => void;
}

/** Pixels between the menu and what it is about, and the edges of the screen. */
const GAP = 6;

/** The one menu of a table. Arrow keys and first letters move in it, Escape puts it away. */
export class TableMenu {
  readonly #ports: MenuPorts;
  readonly #menu = document.createElement('div');
  readonly #outside = (event: Event): void => {
    if (!(event.target instanceof Node) || !this.#menu.contains(event.target)) this.close();
  };

  /** Opens it in `frame`, beside a place of the screen. */
  constructor(frame: HTMLElement, place: DOMRect, ports: MenuPorts) {
    this.#ports = ports;
    const menu = this.#menu;
    menu.className = 'ed-table-menu';
    menu.setAttribute('role', 'menu');
    menu.setAttribute('aria-label', ports.label);
    menu.tabIndex = -1;
    menu.addEventListener('keydown', (event) => this.#onKey(event));
    this.#draw();
    frame.append(menu);
    this.#put(place);
    this.#items()[0]?.focus({ preventScroll: true });
    document.addEventListener('pointerdown', this.#outside, true);
    window.addEventListener('resize', this.#outside);
  }

  close(): void {
    if (!this.#menu.isConnected) return;
    document.removeEventListener('pointerdown', this.#outside, true);
    window.removeEventListener('resize', this.#outside);
    this.#menu.remove();
    this.#ports.onClose();
  }

  #items(): HTMLElement[] {
    return [...this.#menu.querySelectorAll<HTMLElement>('button')];
  }

  #draw(): void {
    this.#menu.replaceChildren(...this.#ports.groups().map((group) => this.#drawGroup(group)));
  }

  #drawGroup({ label, inRow = false, entries }: MenuGroup): HTMLElement {
    const group = document.createElement('div');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', label);
    group.className = inRow ? 'ed-table-menu-row' : 'ed-table-menu-group';
    group.append(...entries.map((entry) => this.#drawEntry(entry, inRow)));
    return group;
  }

  #drawEntry(entry: MenuEntry, inRow: boolean): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.tabIndex = -1;
    const role = inRow ? 'menuitemradio' : 'menuitemcheckbox';
    button.setAttribute('role', entry.checked === undefined ? 'menuitem' : role);
    if (entry.checked !== undefined) button.setAttribute('aria-checked', String(entry.checked));
    if (entry.color === undefined) button.textContent = entry.label;
    else {
      button.className = 'ed-table-color';
      button.dataset['background'] = entry.color ?? 'none';
      button.setAttribute('aria-label', entry.label);
      button.title = entry.label;
    }
    button.addEventListener('click', () => this.#choose(entry));
    return button;
  }

  #choose(entry: MenuEntry): void {
    if (entry.again !== true) this.close();
    this.#ports.choose(entry);
    if (entry.again !== true) return;
    this.#draw();
    const again = this.#items().find(({ textContent }) => textContent === entry.label);
    (again ?? this.#items()[0])?.focus({ preventScroll: true });
  }

  /** Below the place, or above it, or wherever there is room. */
  #put(place: DOMRect): void {
    const { offsetWidth: width, offsetHeight: height, style } = this.#menu;
    const left = Math.min(place.left, window.innerWidth - width - GAP);
    const below = place.bottom + GAP;
    const fits = below + height <= window.innerHeight - GAP;
    const top = fits
      ? below
      : Math.max(GAP, Math.min(place.top - height - GAP, window.innerHeight - height - GAP));
    style.left = `${Math.max(GAP, left)}px`;
    style.top = `${top}px`;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      this.close();
      return;
    }
    const items = this.#items();
    const from = items.findIndex((item) => item === document.activeElement);
    const to = itemAfter(event, items, from);
    if (to === null) return;
    event.preventDefault();
    items.at(to)?.focus();
  }
}

function itemAfter(event: KeyboardEvent, items: readonly HTMLElement[], from: number) {
  const { key, ctrlKey, altKey, metaKey } = event;
  if (key === 'ArrowDown' || key === 'ArrowRight') return (from + 1) % items.length;
  if (key === 'ArrowUp' || key === 'ArrowLeft') return from <= 0 ? items.length - 1 : from - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return items.length - 1;
  if (key.length > 1 || key === ' ' || ctrlKey || altKey || metaKey) return null;
  const after = [...items.slice(from + 1), ...items.slice(0, from + 1)];
  const found = after.find(({ textContent }) =>
    textContent.toLocaleLowerCase().startsWith(key.toLocaleLowerCase()),
  );
  return found === undefined ? null : items.indexOf(found);
}
