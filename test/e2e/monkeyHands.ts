import type { ElectronApplication, Page } from 'playwright';
import { commandRows } from '../../src/shared/commands/commands.ts';
import type { Random } from '../support/random.ts';

/** What a monkey acts on: it may lose its page to nothing but the test's end. */
interface Cage {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly random: Random;
}

/** Something a monkey does, told in words so that a failure can be followed. */
export type Deed = (cage: Cage) => Promise<string>;

const named: Readonly<Record<string, string>> = { Mod: 'Control', '\\': 'Backslash' };

const strokeOf = (keys: string): string =>
  keys
    .replaceAll('Mod++', 'Mod+Plus')
    .split('+')
    .map((part) => named[part] ?? (part === 'Plus' ? '+' : part))
    .join('+');

/** Every key the app says it has; pairs such as `g a` are pressed one after the other. */
const commandKeys: readonly (readonly string[])[] = commandRows.flatMap(({ keys }) =>
  keys.map((each) => each.split(' ').map(strokeOf)),
);

const plainKeys: readonly string[] = (
  'ArrowUp ArrowDown ArrowLeft ArrowRight Home End PageUp PageDown Enter Escape Escape Escape Tab Tab Shift+Tab Space ' +
  'Backspace Delete Shift+ArrowDown Shift+ArrowUp Shift+ArrowRight Control+ArrowRight Control+a Control+z Shift+F10 ContextMenu'
).split(' ');

const texts: readonly string[] = [
  '灯塔',
  'a',
  'tag:',
  'after:2022 -',
  '"',
  '(a OR',
  '<img src=x onerror=alert(1)>',
  '**not** _markdown_ [x](javascript:1)',
  'has:highlight',
  '👩‍👩‍👧‍👦',
  'list:unread',
  'x'.repeat(300),
  '很长的标签'.repeat(40),
];

/** What can be clicked, in a frame of the page that is seen; run in the page. */
const TARGETS =
  'button, a[href], input, select, textarea, summary, [role="option"], [role^="menuitem"], [role="treeitem"], [role="tab"], [role="checkbox"], .post-body p, mark';

/** What is about to be clicked. */
interface Target {
  readonly x: number;
  readonly y: number;
  readonly name: string;
}

/** Runs in the page: of what can be seen and clicked, the one at a share (0 to 1) of the way through; null = nothing is. */
const FIND_TARGET = `(selector, share) => {
  const seen = [...document.querySelectorAll(selector)].filter((element) => {
    const { width, height, top, left } = element.getBoundingClientRect();
    return width > 0 && height > 0 && top >= 0 && left >= 0 && top < innerHeight && left < innerWidth;
  });
  const chosen = seen[Math.floor(share * seen.length)];
  if (chosen === undefined) return null;
  const { width, height, top, left } = chosen.getBoundingClientRect();
  const words = (chosen.getAttribute('aria-label') ?? chosen.textContent ?? '').trim().slice(0, 40);
  return {
    x: left + width / 2,
    y: top + Math.min(height / 2, 12),
    name: chosen.tagName.toLowerCase() + '.' + chosen.className + ' "' + words + '"',
  };
}`;

async function clickSomething({ page, random }: Cage): Promise<string> {
  const target = await page.evaluate<Target | null>(
    `(${FIND_TARGET})(${JSON.stringify(TARGETS)}, ${random.next()})`,
  );
  if (target === null) return 'clicks nothing';
  const button = random.is(0.1) ? 'right' : 'left';
  const clickCount = random.is(0.1) ? 2 : 1;
  if (random.is(0.1)) await page.keyboard.down('Shift');
  await page.mouse.click(target.x, target.y, { button, clickCount });
  await page.keyboard.up('Shift');
  return `clicks ${button} x${clickCount} ${target.name}`;
}

const randomPoint = async ({ page, random }: Cage): Promise<{ x: number; y: number }> => {
  const size = await page.evaluate<{ x: number; y: number }>('({ x: innerWidth, y: innerHeight })');
  return { x: random.below(size.x), y: random.below(size.y) };
};

async function drag(cage: Cage): Promise<string> {
  const [from, to] = [await randomPoint(cage), await randomPoint(cage)];
  await cage.page.mouse.move(from.x, from.y);
  await cage.page.mouse.down();
  await cage.page.mouse.move(to.x, to.y, { steps: 4 });
  await cage.page.mouse.up();
  return `drags ${from.x},${from.y} to ${to.x},${to.y}`;
}

async function scroll(cage: Cage): Promise<string> {
  const { x, y } = await randomPoint(cage);
  await cage.page.mouse.move(x, y);
  await cage.page.mouse.wheel(0, cage.random.below(4000) - 2000);
  return `scrolls at ${x},${y}`;
}

async function pressCommand({ page, random }: Cage): Promise<string> {
  const strokes = random.pick(commandKeys);
  for (const stroke of strokes) await page.keyboard.press(stroke);
  return `presses ${strokes.join(' ')}`;
}

async function pressPlain({ page, random }: Cage): Promise<string> {
  const stroke = random.pick(plainKeys);
  await page.keyboard.press(stroke);
  return `presses ${stroke}`;
}

async function type({ page, random }: Cage): Promise<string> {
  const text = random.pick(texts);
  await page.keyboard.insertText(text);
  return `types ${text.slice(0, 40)}`;
}

async function chooseFromMenu({ app, random }: Cage): Promise<string> {
  const { id } = random.pick(commandRows);
  await app.evaluate(
    ({ BrowserWindow }, command) =>
      BrowserWindow.getAllWindows()
        .at(-1)
        ?.webContents.send('broadsheet-event', 'menu.command', { command }),
    id,
  );
  return `chooses ${id}`;
}

async function resize({ app, random }: Cage): Promise<string> {
  const size = { width: 700 + random.below(900), height: 500 + random.below(500) };
  await app.evaluate(
    ({ BrowserWindow }, { width, height }) =>
      BrowserWindow.getAllWindows().at(-1)?.setContentSize(width, height),
    size,
  );
  return `makes the window ${size.width}x${size.height}`;
}

/** What the next deed is: mostly keys and clicks. */
export function nextDeed(random: Random): Deed {
  const roll = random.below(100);
  if (roll < 30) return pressCommand;
  if (roll < 50) return pressPlain;
  if (roll < 78) return clickSomething;
  if (roll < 84) return type;
  if (roll < 88) return drag;
  if (roll < 91) return scroll;
  if (roll < 98) return chooseFromMenu;
  return resize;
}
