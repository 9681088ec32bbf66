// A button that opens a small window beside it: the browser's own popover, which closes on Escape and on a click elsewhere.
import { useId, useRef, useState, type ReactElement, type ReactNode } from 'react';
import './popover.css';

export interface PopoverButtonProps {
  /** What stands on the button. */
  readonly face: ReactNode;
  /** Names the window for screen readers. */
  readonly label: string;
  readonly disabled?: boolean;
  readonly className?: string;
  /** What the button is marked with, so that a key of the page finds it. */
  readonly mark?: string;
  /** The content, made anew each time it opens. */
  readonly children: (close: () => void) => ReactNode;
}

const GAP = 4;

export function PopoverButton(props: PopoverButtonProps): ReactElement {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        className={props.className ?? 'button'}
        popoverTarget={id}
        aria-expanded={isOpen}
        disabled={props.disabled}
        data-opens={props.mark}
      >
        {props.face}
      </button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        role="group"
        aria-label={props.label}
        className="popover"
        onToggle={({ newState }) => {
          setOpen(newState === 'open');
          if (newState === 'open' && button.current && popover.current)
            stand(popover.current, button.current);
        }}
      >
        {isOpen && props.children(() => popover.current?.hidePopover())}
      </div>
    </>
  );
}

/** Below the button, or above it where there is more room; never beyond the window's edges. */
function stand(popover: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const isLow = at.top > innerHeight / 2;
  const left = Math.max(GAP, Math.min(at.left, innerWidth - popover.offsetWidth - GAP));
  Object.assign(popover.style, {
    left: `${left}px`,
    top: isLow ? 'auto' : `${at.bottom + GAP}px`,
    bottom: isLow ? `${innerHeight - at.top + GAP}px` : 'auto',
  });
}
