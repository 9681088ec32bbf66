// Copies the address, which holds the whole view.
import { useState, type ReactElement } from 'react';

const SAID_MS = 2_500;
const REFUSED = 'Your browser does not let this page copy. The link is in the address bar.';

export function CopyLink(): ReactElement {
  const [said, say] = useState('');
  const copy = async (): Promise<void> => {
    const isCopied = await copied(location.href);
    say(isCopied ? 'Copied' : REFUSED);
    if (isCopied) setTimeout(() => say(''), SAID_MS);
  };
  return (
    <span className="header-copy">
      <button className="button" onClick={() => void copy()}>
        Copy link
      </button>
      <span role="status" className={said === '' ? undefined : 'header-said small'}>
        {said}
      </span>
    </span>
  );
}

/** Browsers let no page copy that did not come over a safe way. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
