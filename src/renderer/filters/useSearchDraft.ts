import { useState } from 'react';
import { joinQueries } from '../../shared/query/joinQueries.ts';
import { splitQuery } from '../../shared/query/queryBox.ts';
import { useActions, useAppContext, useSession } from '../state/store.ts';

/** What is being typed: the text of the field as it is, beside the fields that stand as chips. */
interface Draft {
  readonly typed: string;
  readonly fields: string;
  /** The query that both make; when the session asks another one, somebody else changed it and the draft is over. */
  readonly whole: string;
}

/** The text of the search field, and what changes it. */
export interface SearchDraft {
  readonly shown: string;
  readonly type: (typed: string) => void;
  /** Typing has ended: fields become chips, and the words stay. */
  readonly settle: () => void;
  /** Puts a field back among the words, to be edited there; answers its place in the text of the field. */
  readonly takeBack: (field: string) => readonly [start: number, end: number];
}

/**
 * The words of the query as text to type in; its fields stand as chips below. While one types, whatever is typed stays
 * in the field as it is; fields leave it when the field is left.
 */
export function useSearchDraft(): SearchDraft {
  const { store } = useAppContext();
  const { setText, settleQuery } = useActions();
  const text = useSession((session) => session.text) ?? '';
  const [draft, setDraft] = useState<Draft | null>(null);
  const current = draft?.whole === text ? draft : null;
  const type = (typed: string): void => {
    const fields = current === null ? splitQuery(text).fields : current.fields;
    const whole = joinQueries(typed, fields);
    // Without fields beside it the text is kept to the letter, white space included.
    const asked = fields === '' ? typed : whole;
    setDraft({ typed, fields, whole: asked });
    setText(asked);
  };
  return {
    shown: current?.typed ?? splitQuery(text).words,
    type,
    settle: () => {
      setDraft(null);
      settleQuery();
    },
    takeBack: (field) => {
      const now = store.getState().session?.text ?? '';
      const { words, fields } = splitQuery(now);
      const typed = words === '' ? field : `${words} ${field}`;
      setDraft({ typed, fields: withoutField(fields, field), whole: now });
      return [typed.length - field.length, typed.length];
    },
  };
}

/** The other fields; the first one that reads so is taken. */
function withoutField(fields: string, field: string): string {
  const at = ` ${fields} `.indexOf(` ${field} `);
  return at < 0 ? fields : `${fields.slice(0, at)} ${fields.slice(at + field.length)}`.trim();
}
