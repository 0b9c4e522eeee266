import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

/** Posts of {@link writeNewsArchive}: two thirds Harbour Daily, one third Market Weekly. */
export const POST_COUNT = 300;

/** The title of a post; 0 is the newest. */
export const titleOf = (index: number): string => `Report ${String(index).padStart(3, '0')}`;

/** Every tenth post speaks of the supply chain. */
export const CHAIN_COUNT = POST_COUNT / 10;

function postText(index: number): string {
  const day = new Date(Date.UTC(2024, 5, 30) - index * 86_400_000).toISOString().slice(0, 10);
  const tag = index % 3 === 0 ? 'Market Weekly' : 'Harbour Daily';
  const chain = index % 10 === 0 ? '本地供应链运转平稳，码头昼夜作业。' : '';
  const body = `Boats came in at ${index} minutes past noon.\n\n${chain}`.repeat(6);
  return `---\ntitle: ${titleOf(index)}\ndate: ${day} 08:00:00 +0800\nsource: ${tag}\ntags: [${tag}]\n---\n${body}\n`;
}

/** Writes an archive of {@link POST_COUNT} posts, one a day backwards from 30 June 2024. */
export async function writeNewsArchive(folder: string): Promise<void> {
  await mkdir(join(folder, '_posts'), { recursive: true });
  await Promise.all(
    Array.from({ length: POST_COUNT }, (_, index) =>
      writeFile(join(folder, '_posts', `report-${index}.md`), postText(index)),
    ),
  );
}

/** The list, the field and what else a reader finds in the window. */
export class ReaderWindow {
  readonly page: Page;
  readonly list: Locator;
  readonly search: Locator;
  readonly bookmark: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('listbox', { name: 'Posts' });
    this.search = page.getByRole('combobox', { name: 'Search posts' });
    this.bookmark = page.getByRole('button', { name: 'Bookmark', exact: true });
  }

  /** A row by its post's title. */
  row(title: string): Locator {
    return this.list.getByRole('option', { name: title, exact: true });
  }

  /** The open post. */
  article(title: string): Locator {
    return this.page.getByRole('article', { name: title, exact: true });
  }

  /** Waits until the archive is indexed and all its posts are listed. */
  async waitForIndex(total = POST_COUNT): Promise<void> {
    // A run of indexing has a lower priority than everything else: on a busy machine it is what comes last.
    await expect(this.page.getByText('Index up to date')).toBeVisible({ timeout: 60_000 });
    await this.expectTotal(total);
  }

  /** Has no post marked as read by itself: on a busy machine that may come before the key that a test presses. */
  async marksByHandOnly(): Promise<void> {
    await this.page.evaluate(`(async () => {
      const { value } = await window.archive.call('settings.get', undefined);
      return window.archive.call('settings.set', { ...value, marksRead: 'never' });
    })()`);
    await this.page.reload();
    await this.waitForIndex();
  }

  /** Waits until the result has this many posts. */
  async expectTotal(total: number): Promise<void> {
    await expect(this.list.getByRole('option').first()).toHaveAttribute(
      'aria-setsize',
      String(total),
    );
  }
}
