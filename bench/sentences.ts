import {
  ADVERBS,
  COMPANY_ENDS,
  COMPANY_KINDS,
  GIVEN,
  LATIN_WORDS,
  OBJECTS,
  OPENERS,
  OPEN_CHARACTERS,
  PLACE_ENDS,
  PLACE_FIRST,
  PLACE_SECOND,
  SURNAMES,
  TAILS,
  TOPICS,
  VERBS,
} from './lexicon.ts';
import { below, pick, pickSkewed } from './random.ts';
import type { Random } from './random.ts';
import { chineseWord, someWords } from './vocabulary.ts';

/** A Chinese clause of three to seven words, without punctuation. */
export function chineseClause(random: Random): string {
  return someWords(random, 3, 7);
}

/** A news headline; one in four has a deck after ` ——`, some hold Chinese curly quotes. */
export function chineseTitle(random: Random): string {
  const shape = random();
  if (shape < 0.2) {
    return `${place(random)}“${pick(random, OBJECTS)}”${pick(random, ADVERBS)}${pick(random, VERBS)}${pick(random, OBJECTS)}`;
  }
  const first = chineseClause(random);
  if (shape < 0.45)
    return `${first} ——${place(random)}“${openTerm(random)}”${pick(random, TOPICS)}观察`;
  if (shape < 0.75) return `${first} ${chineseClause(random)}`;
  return `${place(random)}${first}`;
}

/** One news sentence with its full stop, 20 to 90 characters. */
export function chineseSentence(random: Random): string {
  switch (below(random, 12)) {
    case 0:
      return `${below(random, 12) + 1}月${below(random, 28) + 1}日，记者从${place(random)}了解到，${chineseClause(random)}，涉及${figure(random)}。`;
    case 1:
      return `“${chineseClause(random)}，${pick(random, TAILS)}。”${company(random)}负责人${person(random)}说，${chineseClause(random)}。`;
    case 2:
      return `据${company(random)}介绍，今年以来${pick(random, OBJECTS)}同比增长${figure(random)}，${chineseClause(random)}。`;
    case 3:
      return `${person(random)}告诉记者，${chineseClause(random)}，目前已有${figure(random)}。`;
    case 4:
      return `数据显示，${pick(random, LATIN_WORDS)}相关的${chineseWord(random)}达到${figure(random)}，其中“${openTerm(random)}”占${(random() * 50).toFixed(1)}%。`;
    case 5:
      return `在${place(random)}${openTerm(random)}路${below(random, 400) + 1}号，${person(random)}和同伴们${pick(random, ADVERBS)}${pick(random, VERBS)}了${below(random, 900) + 2}件${pick(random, OBJECTS)}，${pick(random, TAILS)}。`;
    default:
      return plainSentence(random);
  }
}

/** A person's name of two or three characters, put together at random. */
function person(random: Random): string {
  const given = pick(random, GIVEN) + (random() < 0.75 ? pick(random, GIVEN) : '');
  return pickSkewed(random, SURNAMES) + given;
}

/** An invented place of three or four characters. */
function place(random: Random): string {
  return (
    pick(random, PLACE_FIRST) + pickSkewed(random, PLACE_SECOND) + pickSkewed(random, PLACE_ENDS)
  );
}

/** An invented word of two or three everyday characters; nearly every one is new to the archive. */
function openTerm(random: Random): string {
  const head = pickSkewed(random, OPEN_CHARACTERS) + pickSkewed(random, OPEN_CHARACTERS);
  return random() < 0.3 ? head + pickSkewed(random, OPEN_CHARACTERS) : head;
}

/** A number with its unit, as Chinese news writes it. */
export function figure(random: Random): string {
  switch (below(random, 6)) {
    case 0:
      return `${(random() * 60).toFixed(1)}%`;
    case 1:
      return `${below(random, 9000) + 100}多家`;
    case 2:
      return `${(random() * 900).toFixed(2)}万元`;
    case 3:
      return `${below(random, 500) + 1}万人次`;
    case 4:
      return `${below(random, 99) + 1}余个`;
    default:
      return `${below(random, 9000) + 1}吨`;
  }
}

function plainSentence(random: Random): string {
  let sentence = random() < 0.4 ? `${pick(random, OPENERS)}，` : '';
  sentence += chineseClause(random);
  for (let rest = below(random, 3); rest > 0; rest -= 1) {
    sentence +=
      random() < 0.35
        ? `，${openTerm(random)}的${chineseWord(random)}也在${pick(random, VERBS)}之列`
        : `，${chineseClause(random)}`;
  }
  if (random() < 0.5) sentence += `，${pick(random, TAILS)}`;
  return `${sentence}。`;
}

function company(random: Random): string {
  const name = place(random) + openTerm(random) + pick(random, COMPANY_KINDS);
  return random() < 0.6 ? name + pick(random, COMPANY_ENDS) : name;
}
