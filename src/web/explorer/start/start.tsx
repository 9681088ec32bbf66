// The first screen: what is here and where to begin; in an empty journal, how to fill it.
import type { ReactElement } from 'react';
import { HereDocument } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { Answered } from '../look/states.js';
import { Filling } from './filling.js';
import { FrontPage } from './front-page.js';
import './start.css';

export function Start(): ReactElement {
  const here = useAsk(HereDocument, {});
  return (
    <Answered to={here} what="what is here">
      {({ stats, caller }) =>
        stats.entities === 0 && stats.claims === 0 ? (
          <Filling mayAdd={caller.scope !== 'READ'} />
        ) : (
          <FrontPage stats={stats} />
        )
      }
    </Answered>
  );
}
