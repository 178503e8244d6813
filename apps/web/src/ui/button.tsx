import clsx from 'clsx';
import type { ComponentProps } from 'react';

const looks = {
  /** The one thing to do here. */
  main: 'bg-accent text-accent-text hover:brightness-110 font-semibold',
  plain: 'border border-border bg-raised text-text hover:bg-sunken',
  quiet: 'text-muted hover:bg-sunken hover:text-text',
} as const;

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: keyof typeof looks;
}

/** A button with words on it. */
export function Button({ look = 'plain', className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={clsx(
        'touch-target inline-flex items-center justify-center gap-2 rounded-ui px-3 text-[0.9375rem] whitespace-nowrap transition-colors ease-out disabled:opacity-60',
        looks[look],
        className,
      )}
      {...rest}
    />
  );
}

/** A button that is only a sign; `label` is its name. */
export function IconButton({
  label,
  className,
  ...rest
}: ComponentProps<'button'> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={clsx(
        'touch-target inline-grid shrink-0 place-items-center rounded-ui text-muted transition-colors ease-out hover:bg-sunken hover:text-text data-open:bg-sunken data-open:text-text',
        className,
      )}
      {...rest}
    />
  );
}
