import { deflateSync } from 'node:zlib';

/** Posts for the tests of reading: our own words, in the scripts and shapes that real archives hold. */

/** A picture of one colour, as PNG. */
export function picture(
  width: number,
  height: number,
  colour: readonly [number, number, number],
): Uint8Array {
  const row = Buffer.concat([
    Buffer.from([0]),
    Buffer.concat(Array.from({ length: width }, () => Buffer.from(colour))),
  ]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

/** The checksum of PNG chunks (PNG specification, annex D). */
function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}

export const MILL = '水磨坊里的早晨 一条河养活三个村 ——清溪镇走访';
export const FERRY = 'The ferry that runs on Sundays';
export const LETTERS = 'Letters in many scripts';
export const GARDEN = '庭の手入れ';

const chinese =
  '天还没有亮，磨坊里的灯已经点上了。老人把麦子倒进叫“大牙”的石磨，水轮慢慢转起来，整条街都听得见那种低低的声音。';

/** Files by path. */
export const readingFiles: Readonly<Record<string, string | Uint8Array>> = {
  '_posts/2024-03-09-mill.md': `---
title: ${MILL}
date: 2024-03-09 06:30:00 +0800
source: 清溪周报
categories: [走访]
tags: [磨坊, 手艺]
---
${chinese}他说：“三代人都在这里，水不停，磨就不停。”

**一条河，三个村**

**一盘磨，六十年**

“今年的新麦比去年早了五天。”磨坊主人这样告诉记者，${chinese}

The mill was drawn by an English visitor in 1906, who wrote that “the wheel never sleeps” and that nobody in the village could remember it standing still.

![磨坊的水轮](wheel.png)

- 第一个村在上游，种的是小麦和油菜，春天整面山坡都是黄的
- 第二个村在桥边，开着两家榨油的铺子

> 水从山上来，不问是谁家的田，流到哪里，哪里就有人家。

水轮转呀转<br>
麦子磨成面<br>
一街炊烟起<br>
灯火到天边

| 村 | 户数 | 磨 |
|---|---|---|
| 上游村 | 120 | 2 |
| 桥边村 | 86 | 1 |

### 供水的办法

供应链上的每一户都签了字，供應鏈的旧写法还留在门口的木牌上。${chinese}

本报记者 林一帆
`,
  '_posts/wheel.png': picture(900, 500, [70, 110, 140]),
  '_posts/gate.png': picture(640, 800, [150, 90, 60]),
  '_posts/2024-03-08-ferry.md': `---
title: ${FERRY}
date: 2024-03-08
---
“You come on Sundays,” the ferryman said, “or you don’t come at all.” Nobody had asked him anything[^1], and the rope was already wet.

The notice on the pier has been there for years[^rope], half in English and half in Chinese:

周日开船，风大不开。船钱放在桥头的铁盒里，找零请到磨坊去换，老人会记在账上，年底一起算清楚。

## Crossing

![The gate at the pier](gate.png)

![The wheel seen from the river](wheel.png)

It takes eleven minutes. A walker writes that it takes nine<sup><a href="#note-2">2</a></sup>.

## The rope

<img src="https://example.org/rope.jpg" width="400" height="240" alt="The old rope">

<img src="https://example.org/knot.jpg" alt="A knot">

### Who made it

Nobody remembers.

## After the last crossing

${Array.from({ length: 40 }, (_, day) => `On day ${day} the water stood a little higher than on the day before, and the ferry went out all the same.`).join('\n\n')}

The ferry was put away.

<p id="note-2">2. Measured with a pocket watch. <a href="#ref-2">back</a></p>

[^1]: He had been asked **twice**, in fact.
[^rope]: See [the mill](2024-03-09-mill.md).
`,
  '_posts/2024-03-07-letters.md': `---
title: ${LETTERS}
date: 2024-03-07
---
A plain paragraph in English to begin with, so that the post counts as English.

هذه فقرة بالعربية، تبدأ من اليمين وتنتهي في اليسار، وفيها رقم 2024 وكلمة ferry.

זו פסקה בעברית, שמתחילה בצד ימין.

- قائمة أولى
- قائمة ثانية

배는 일요일에만 떠난다. 줄은 언제나 젖어 있고 아무도 이유를 묻지 않는다.
`,
  '_posts/2024-03-06-garden.md': `---
title: ${GARDEN}
date: 2024-03-06
---
春になると、庭の手入れが始まります。枝を切り、土を返し、水をやる。祖母は「急がないで」と言いました。

夏には草が伸びて、毎朝のように抜かなければなりません。それでも庭に立つと、気持ちが落ち着きます。
`,
};
