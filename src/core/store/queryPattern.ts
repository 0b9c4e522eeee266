import { createContext, Script } from 'node:vm';
import type { QueryNode, TermScope } from '../../shared/query/queryNode.ts';
import { literalsOf } from './patternLiterals.ts';
import { isEmpty, type PostSet } from './postSet.ts';
import { checkTime, type EvaluationContext, TooMuchWork } from './queryContext.ts';
import { keepByText } from './queryTexts.ts';

/** Longest time for one pattern, in milliseconds. */
const PATTERN_LIMIT_MS = 4_000;

/**
 * Longest time for one group of texts, in milliseconds: some fifty times what a pattern takes that does not backtrack. The
 * thread answers nothing else meanwhile, so this is how long the next query and the next post may have to wait.
 */
const GROUP_LIMIT_MS = 1_000;

/**
 * Looks at texts in a context that can be ended: a pattern that backtracks without end (`(a+)+$`) holds up the thread
 * inside a single call, and only V8 itself can stop it there (https://nodejs.org/api/vm.html#scriptrunincontext).
 */
const LOOK = new Script(`(() => {
  const { pattern, texts, answers } = asked;
  for (let at = 0; at < texts.length; at += 1) answers[at] = pattern.test(texts[at]) ? 1 : 0;
})()`);

/**
 * Posts whose title or text (as `scope` says) the pattern matches, as they stand: not folded. Texts are read for what
 * the rest of the query left over. Throws `TooMuchWork` when the time is up: part of an answer would pass for the whole.
 */
export function evaluatePattern(
  { source, ignoresCase, scope }: Extract<QueryNode, { kind: 'pattern' }>,
  within: PostSet,
  context: EvaluationContext,
): PostSet {
  const likely = likelyPosts(source, scope, { within, context });
  if (isEmpty(likely)) return likely;
  const endsMs = Math.min(context.endsMs, performance.now() + PATTERN_LIMIT_MS);
  const pattern = new RegExp(source, ignoresCase ? 'iu' : 'u');
  const asked = { pattern, texts: [] as readonly string[], answers: new Uint8Array(0) };
  const room = createContext({ asked }, { codeGeneration: { strings: false, wasm: false } });
  return keepByText(
    likely,
    { ...context, endsMs },
    {
      scope,
      holds: (texts) => {
        asked.texts = texts;
        asked.answers = new Uint8Array(texts.length);
        run(room, endsMs);
        return asked.answers;
      },
    },
  );
}

interface PatternPlace {
  readonly within: PostSet;
  readonly context: EvaluationContext;
}

/** Posts that hold what every match contains. */
function likelyPosts(source: string, scope: TermScope, { within, context }: PatternPlace): PostSet {
  let left = within;
  for (const text of literalsOf(source)) {
    const term = { text, isPrefix: false };
    left = context.terms.find({ term, scope }, left, () => checkTime(context));
  }
  return left;
}

function run(room: object, endsMs: number): void {
  const timeout = Math.min(GROUP_LIMIT_MS, Math.ceil(endsMs - performance.now()));
  if (timeout <= 0) throw new TooMuchWork();
  try {
    LOOK.runInContext(room, { timeout });
  } catch {
    // Ended, or out of the memory that backtracking may take: nothing else can go wrong in there.
    throw new TooMuchWork();
  }
}
