import type { Charset } from '../../shared/charsets.ts';
import type { Finding } from './frontMatter.ts';

/** The file is not UTF-8 and does not say what it is. */
export function guessed(charset: Charset): Finding {
  return {
    code: 'encoding-guessed',
    message: `The file is not UTF-8; it was read as ${charset}. Check that its characters are right.`,
    details: { charset },
  };
}

/** Some lines are in another charset than the UTF-8 of the rest. */
export function mixed(
  charset: Charset,
  { line, count }: { readonly line: number; readonly count: number },
): Finding {
  const lines = count === 1 ? 'One line is' : `${count} lines are`;
  return {
    code: 'encoding-mixed',
    message: `${lines} not UTF-8 as the rest is (the first is line ${line}); read as ${charset}. Check that they are right.`,
    details: { charset, line, count },
  };
}

/**
 * What U+FFFD in a decoded text says: how many, and where the first is (line from 1; byte from 0, where it is known).
 * `isSound` = the bytes are all valid, so that the file holds the characters itself. Null without any.
 */
export function damageOf(decoded: string, charset: Charset, isSound: boolean): Finding | null {
  const first = decoded.indexOf('\uFFFD');
  if (first === -1) return null;
  const count = countOf(decoded, '\uFFFD', first);
  const before = decoded.slice(0, first);
  const line = countOf(before.replaceAll(/\r\n?/gu, '\n'), '\n', 0) + 1;
  if (isSound) {
    return {
      code: 'encoding-damaged',
      message: `The file holds ${times(count)} � in place of lost characters, first in line ${line}; they were lost before.`,
      details: { count, line },
    };
  }
  const byte = charset === 'utf-8' ? utf8Length(before) : undefined;
  const place = byte === undefined ? `line ${line}` : `line ${line}, byte ${byte}`;
  return {
    code: 'encoding-damaged',
    message:
      count === 1
        ? `One place holds bytes that are not valid ${charset} and is shown as �: ${place}.`
        : `${count} places hold bytes that are not valid ${charset} and are shown as �, first in ${place}.`,
    details: byte === undefined ? { charset, count, line } : { charset, count, line, byte },
  };
}

/** NULs stood in the text. */
export function droppedNuls(count: number): Finding {
  return {
    code: 'encoding-damaged',
    message: `${count === 1 ? 'One NUL byte was' : `${count} NUL bytes were`} left out of the text.`,
    details: { count },
  };
}

function times(count: number): string {
  return count === 1 ? 'one' : `${count}`;
}

function countOf(text: string, character: string, from: number): number {
  let count = 0;
  for (let at = text.indexOf(character, from); at !== -1; at = text.indexOf(character, at + 1))
    count += 1;
  return count;
}

function utf8Length(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // Each half of a pair is two of its four bytes.
    if (unit < 0x80) length += 1;
    else if (unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff)) length += 2;
    else length += 3;
  }
  return length;
}
