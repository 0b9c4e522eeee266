import { EditedSearch } from '../searches/EditedSearch.tsx';
import { QueryLine } from './QueryLine.tsx';
import { SearchChips } from './SearchChips.tsx';
import { SearchField } from './SearchField.tsx';
import { useSearchDraft } from './useSearchDraft.ts';
import './search.css';

/** What is searched: the field with its words, the line that says what they mean, and fields and filters as chips. */
export function SearchBar() {
  const draft = useSearchDraft();
  return (
    <>
      <div className="top">
        <SearchField draft={draft} />
      </div>
      <QueryLine />
      <SearchChips draft={draft} />
      <EditedSearch />
    </>
  );
}
