import { mixSeeds, pick, seededRandom, shuffled, type Random } from '../random.ts';
import { ACCIDENTS } from './cases/accidents.ts';
import { DATES } from './cases/dates.ts';
import { EVERYDAY } from './cases/everyday.ts';
import { KNOWN_ITEMS } from './cases/knownItems.ts';
import { OPERATORS } from './cases/operators.ts';
import { PLACES } from './cases/places.ts';
import { SCRIPTS } from './cases/scripts.ts';
import { TOGETHER } from './cases/together.ts';
import { TOPICS } from './cases/topics.ts';
import { filler, type Grade, type JudgedCase, type Part, type PostPlan } from './judgedCase.ts';
import { CHINESE, ENGLISH, type Phrases } from './phrases.ts';

/** A post of the judged archive. */
export interface JudgedPost {
  /** Says nothing of the grade, so that ties broken by path favour nobody. */
  readonly path: string;
  readonly title: string;
  /** `YYYY-MM-DD`; null = undated. */
  readonly day: string | null;
  /** Visible text; paragraphs end with a line feed. */
  readonly text: string;
  readonly lang: 'zh-Hans' | 'en';
  readonly tags: readonly string[];
  readonly source: string | null;
}

/** A query with the grades of all posts it finds. */
export interface JudgedQuery {
  readonly id: string;
  readonly query: string;
  readonly need: string;
  /** True for an ordinary query, false for one with a trap in it. */
  readonly isEveryday: boolean;
  /** Grade by path. A post that is not in here is not found by the query. */
  readonly grades: ReadonlyMap<string, Grade>;
}

/** The whole set. */
export interface JudgedArchive {
  readonly posts: readonly JudgedPost[];
  readonly queries: readonly JudgedQuery[];
}

/** All queries with their plans; grades come from how the posts are built, not from any ranking. */
export const CASES: readonly JudgedCase[] = [
  ...KNOWN_ITEMS,
  ...TOPICS,
  ...TOGETHER,
  ...PLACES,
  ...DATES,
  ...ACCIDENTS,
  ...SCRIPTS,
  ...OPERATORS,
  ...EVERYDAY,
];

/** Posts that no query finds: they make the frequencies those of an archive. */
const OTHER_POSTS = 300;

const SEED = 20_260_301;
const FIRST_DAY_MS = Date.UTC(2016, 0, 1);
const DAYS = 3_650;
const DAY_MS = 86_400_000;
const SENTENCES_A_PARAGRAPH = 3;

/**
 * Builds the set, always the same for a seed: another one draws other fillings, lengths, days and order, and the grades
 * still hold. Posts come in an order that says nothing of their grades.
 */
export function judgedArchive(seed = SEED): JudgedArchive {
  const posts: JudgedPost[] = [];
  const queries = CASES.map(({ id, query, need, plans }): JudgedQuery => {
    const grades = new Map<string, Grade>();
    for (const plan of plans) {
      for (let number = 1; number <= (plan.count ?? 1); number += 1) {
        const post = buildPost(plan, number, mixSeeds(seed, posts.length));
        posts.push(post);
        grades.set(post.path, plan.grade);
      }
    }
    return { id, query, need, isEveryday: EVERYDAY.some((each) => each.id === id), grades };
  });
  for (let number = 1; number <= OTHER_POSTS; number += 1) {
    const lang = number % 5 === 0 ? 'en' : 'zh';
    const plan = { grade: 0, why: '', title: null, body: [filler(4 + (number % 23))] } as const;
    posts.push(buildPost({ ...plan, lang }, number, mixSeeds(seed, posts.length)));
  }
  return { posts: shuffled(seededRandom(seed), posts), queries };
}

function buildPost(plan: PostPlan, number: number, seed: number): JudgedPost {
  const random = seededRandom(seed);
  const phrases = plan.lang === 'en' ? ENGLISH : CHINESE;
  const title = plan.title ?? fill(pick(random, phrases.titles), { phrases, random, terms: [] });
  const drawnDay = new Date(FIRST_DAY_MS + Math.floor(random() * DAYS) * DAY_MS);
  const day = plan.day === undefined ? drawnDay.toISOString().slice(0, 10) : plan.day;
  return {
    path: `posts/${seed.toString(16).padStart(8, '0')}.md`,
    title: title.replaceAll('{n}', String(number)),
    day: day?.replaceAll('{n}', String(((number - 1) % 9) + 1)) ?? null,
    text: buildText(stretched(plan, random), phrases, random),
    lang: plan.lang === 'en' ? 'en' : 'zh-Hans',
    tags: plan.tags ?? [],
    source: plan.source ?? null,
  };
}

/** Lengths differ in an archive: filler is made 0.6 to 2.4 times as long, whatever the grade. */
function stretched({ body, keepsLength = false }: PostPlan, random: Random): readonly Part[] {
  const factor = keepsLength ? 1 : 0.6 + 1.8 * random();
  return body.map((part) =>
    typeof part === 'string' || part.kind !== 'filler'
      ? part
      : { ...part, count: Math.max(1, Math.round(part.count * factor)) },
  );
}

function buildText(body: readonly Part[], phrases: Phrases, random: Random): string {
  const sentences = body.flatMap((part) => drawSentences(part, phrases, random));
  const paragraphs: string[] = [];
  for (let at = 0; at < sentences.length; at += SENTENCES_A_PARAGRAPH) {
    paragraphs.push(sentences.slice(at, at + SENTENCES_A_PARAGRAPH).join(phrases.joint));
  }
  return paragraphs.map((paragraph) => `${paragraph}\n`).join('');
}

/** A sentence as it stands, or as many different ones as there are before any comes again. */
function drawSentences(part: Part, phrases: Phrases, random: Random): readonly string[] {
  if (typeof part === 'string') return [part];
  const wordings = shuffled(random, phrases.sentences[part.kind]);
  return Array.from({ length: part.count }, (_, at) =>
    fill(wordings[at % wordings.length] ?? '', { phrases, random, terms: part.terms }),
  );
}

interface Filling {
  readonly phrases: Phrases;
  readonly random: Random;
  readonly terms: readonly string[];
}

function fill(wording: string, { phrases, random, terms }: Filling): string {
  return wording.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'n') return String(2 + Math.floor(random() * 28));
    const words = phrases.slots[name];
    return words === undefined ? (terms[Number(name)] ?? '') : pick(random, words);
  });
}
