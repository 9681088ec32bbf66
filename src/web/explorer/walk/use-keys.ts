// Keys that work wherever the reader is on the page, but never while words are typed.
import { useEffect } from 'react';
import { useViewState } from '../view-state/use-view-state.js';

type Press = (event: KeyboardEvent) => void;

/** Ctrl or Cmd with Z, Shift Z or Y: a step back, a step forward. */
export function useUndoKeys(): void {
  const { undo, redo, canUndo, canRedo } = useViewState();
  usePresses(event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
    if (!isRedo && key !== 'z') return;
    event.preventDefault();
    if (isRedo ? canRedo : canUndo) (isRedo ? redo : undo)();
  });
}

/** Single keys, by their names in lower case. The graph has keys of its own while the keyboard is in it. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  usePresses(event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const press = keys[event.key.toLowerCase()];
    if (!press || (event.target instanceof Element && event.target.closest('[role=application]'))) return;
    event.preventDefault();
    press();
  });
}

function usePresses(press: Press): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented && !isTyping(event.target)) press(event);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  });
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, dialog, [contenteditable]') !== null;
