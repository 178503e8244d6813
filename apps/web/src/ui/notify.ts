interface Choice {
  readonly label: string;
  readonly act: () => void;
}

interface Notice {
  readonly id: string;
  readonly text: string;
  readonly action?: Choice;
  /** What else can be done, less often. */
  readonly second?: Choice;
  /** The message has gone, by itself or because somebody put it away. */
  readonly onGone: () => void;
}

/** Milliseconds a message stays; those who need longer hold it by pointing at it or focusing it. */
const STAY = 10_000;

// Loaded after the page, see `Toasts`; by the time somebody does something worth a message, it is there.
const sonner = () => import('sonner');

/** Shows a short message with what can be done about it. */
export async function notify({ id, text, action, second, onGone }: Notice): Promise<void> {
  const { toast } = await sonner();
  toast(text, {
    id,
    duration: STAY,
    ...(action === undefined ? {} : { action: { label: action.label, onClick: action.act } }),
    ...(second === undefined ? {} : { cancel: { label: second.label, onClick: second.act } }),
    onAutoClose: onGone,
    onDismiss: onGone,
  });
}

/** Takes a message away. */
export async function dismiss(id: string): Promise<void> {
  (await sonner()).toast.dismiss(id);
}

/** Says that something did not work, what is safe and what to do. */
export async function notifyFailure(text: string, detail: string): Promise<void> {
  (await sonner()).toast.error(text, { description: detail, duration: STAY });
}
