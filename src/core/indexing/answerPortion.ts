import { foldText } from '../../shared/text/fold.ts';
import { type TextTokens, Tokeniser } from '../postings/tokenise.ts';
import type { FileRecord } from '../store/storeTypes.ts';
import type { FileAnswer } from './fileTask.ts';

/** Answers ready to go to another thread, and what of them may be given away instead of copied. */
interface TakenAnswers {
  readonly answers: readonly FileAnswer[];
  readonly transfer: readonly ArrayBuffer[];
}

/** Tokens whose keys stand in the array of the portion, from `start` on. */
interface AddedTokens extends Omit<TextTokens, 'keys'> {
  readonly start: number;
}

interface AddedAnswer {
  readonly answer: FileAnswer;
  readonly tokens: { readonly title: AddedTokens; readonly body: AddedTokens } | null;
}

/**
 * Collects answers of a parser thread and adds the tokens of their posts, which the one thread that writes would else
 * have to make. The keys of all of them stand in one array: a message carries that much faster than an array a post.
 */
export class AnswerPortion {
  readonly #tokeniser = new Tokeniser();
  #keys = new Uint32Array(65_536);
  #length = 0;
  #added: AddedAnswer[] = [];

  get isEmpty(): boolean {
    return this.#added.length === 0;
  }

  add(answer: FileAnswer): void {
    const post = answer.kind === 'record' ? answer.record.post : null;
    if (post === null) {
      this.#added.push({ answer, tokens: null });
      return;
    }
    const tokens = { title: this.#addTokens(post.title), body: this.#addTokens(post.text) };
    this.#added.push({ answer, tokens });
  }

  /** Gives the answers away and begins anew. */
  take(): TakenAnswers {
    const keys = this.#keys.slice(0, this.#length);
    const answers = this.#added.map(({ answer, tokens }) => {
      if (answer.kind !== 'record' || tokens === null) return answer;
      const { title, body } = tokens;
      const record: FileRecord = {
        ...answer.record,
        tokens: { title: withKeys(title, keys), body: withKeys(body, keys) },
      };
      return { kind: answer.kind, record };
    });
    this.#added = [];
    this.#length = 0;
    return { answers, transfer: [keys.buffer] };
  }

  #addTokens(text: string): AddedTokens {
    const { keys, length, strings, symbols } = this.#tokeniser.tokens(foldText(text));
    const start = this.#length;
    if (start + length > this.#keys.length) {
      const larger = new Uint32Array((start + length) * 2);
      larger.set(this.#keys.subarray(0, start));
      this.#keys = larger;
    }
    this.#keys.set(keys.subarray(0, length), start);
    this.#length += length;
    return { start, length, strings, symbols };
  }
}

function withKeys({ start, length, strings, symbols }: AddedTokens, all: Uint32Array): TextTokens {
  return { keys: all.subarray(start, start + length), length, strings, symbols };
}
