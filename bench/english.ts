import { below, pick, pickSkewed } from './random.ts';
import type { Random } from './random.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s*;\s*/);

const ACTORS =
  words(`the harbour office; a retired pilot; the county library; two signal engineers; the growers;
  the evening ferry; a visiting botanist; the night market; three apprentices; the weather station; the print shop;
  a school choir; the repair crew; the chess club; the museum; a beekeeper; the timetable desk; the tea cooperative`);
const ACTIONS =
  words(`repaired; measured; counted; moved; repainted; delayed; published; borrowed; tested; replaced;
  recorded; opened; closed; planted; redrew; catalogued; cleaned; sold; restored; questioned`);
const THINGS =
  words(`the old lens; a hundred seedlings; the winter timetable; the rain gauge; four wooden boats; the reading
  room; the spring harvest; a map of the marsh; the clock above the platform; the price of oysters; the north pier; a
  box of letters; the cold store; the bell; the third edition; the footbridge; the fish scales; the tide tables`);
const SETTINGS =
  words(`before the fog lifted; after a dry week; at the county's expense; without closing a single lane;
  as the almanac had promised; for the first time since the flood; in under an hour; to general surprise; with a borrowed crane;
  while the tide was out; on the last day of the month; under a tarpaulin`);
const NAME_HEADS = words(
  'Bri; Cal; Dor; El; Fen; Gar; Hol; Is; Jor; Kel; Lin; Mar; Nor; Or; Pel; Quen; Ros; Sel; Tam; Wen',
);
const NAME_TAILS = words(
  'adine; bert; cott; dale; ever; field; gate; holm; ick; ley; mere; nan; ora; quist; rick; ström; ton; vane; wick; yard',
);

/** An English headline in sentence case, without a full stop. */
export function englishTitle(random: Random): string {
  const core = `${pick(random, ACTORS)} ${pick(random, ACTIONS)} ${pick(random, THINGS)}`;
  return capitalised(random() < 0.3 ? `${name(random)}: ${core}` : core);
}

/** One English sentence with its full stop, 8 to 30 words. */
export function englishSentence(random: Random): string {
  const core = `${pickSkewed(random, ACTORS)} ${pick(random, ACTIONS)} ${pickSkewed(random, THINGS)}`;
  switch (below(random, 4)) {
    case 0:
      return `${capitalised(core)} ${pick(random, SETTINGS)}, and ${name(random)} kept the receipt for ${below(random, 9000) + 12} yuan.`;
    case 1:
      return `“${capitalised(core)},” said ${name(random)} of ${name(random)}, who has worked there for ${below(random, 40) + 2} years.`;
    case 2:
      return `By ${below(random, 11) + 1}:${String(below(random, 60)).padStart(2, '0')} ${core}, some ${(random() * 90).toFixed(1)} per cent more than in ${1960 + below(random, 60)}.`;
    default:
      return `${capitalised(core)} ${pick(random, SETTINGS)}.`;
  }
}

function name(random: Random): string {
  const family = pick(random, NAME_HEADS) + pick(random, NAME_TAILS);
  return random() < 0.5
    ? family
    : `${pick(random, NAME_HEADS)}${pick(random, NAME_TAILS)} ${family}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
