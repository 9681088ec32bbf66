// All judgements in force, the last one first.
import type { ReactElement } from 'react';
import { JudgementsDocument } from '../api/documents.js';
import { usePages } from '../api/use-pages.js';
import { PageSection } from '../look/page.js';
import { Paged } from '../look/paged.js';
import { counted } from '../words/words.js';
import { Judged } from '../judgements/judged.js';
import { pairKey } from '../judgements/judgement-words.js';

const PAGE = 20;

interface JudgedAllProps {
  readonly mayWrite: boolean;
  readonly onTold: (words: string) => void;
}

export function JudgedAll({ mayWrite, onTold }: JudgedAllProps): ReactElement {
  const pages = usePages(JudgementsDocument, { first: PAGE }, ({ identityJudgements }) => identityJudgements);
  return (
    <PageSection
      title="Judged"
      note={pages.asked.data ? `${counted(pages.total, 'pair')}, the last one first` : undefined}
    >
      <Paged of={pages} what="what was judged" empty="Nobody has judged a pair yet, or all was taken back.">
        {judgements => (
          <ul className="page-list" aria-label="Judged pairs">
            {judgements.map(judged => (
              <li key={pairKey(judged)}>
                <Judged judged={judged} mayWrite={mayWrite} onTold={onTold} />
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </PageSection>
  );
}
