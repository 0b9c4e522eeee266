import type { CslEntry, CslName } from './citedPost.ts';

/**
 * GB/T 7714-2015 (信息与文献 参考文献著录规则) for what posts are, as a style of the Citation Style Language: newspaper
 * articles [N], electronic resources [EB] and other documents [Z], with /OL for what lies on the web (appendix B). Of
 * our own writing. Marks of punctuation are half width with a space behind, as reference managers set them; the standard
 * prints both widths.
 */
export const GBT_STYLE = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
  <info>
    <title>Broadsheet GB/T 7714-2015</title>
    <id>broadsheet-gbt7714</id>
    <updated>2026-11-22T00:00:00+00:00</updated>
  </info>
  <macro name="day">
    <date variable="issued">
      <date-part name="year"/>
      <date-part name="month" form="numeric-leading-zeros" prefix="-"/>
      <date-part name="day" form="numeric-leading-zeros" prefix="-"/>
    </date>
  </macro>
  <macro name="seen">
    <date variable="accessed" prefix="[" suffix="]">
      <date-part name="year"/>
      <date-part name="month" form="numeric-leading-zeros" prefix="-"/>
      <date-part name="day" form="numeric-leading-zeros" prefix="-"/>
    </date>
  </macro>
  <macro name="mark">
    <group prefix="[" suffix="]">
      <choose>
        <if type="article-newspaper"><text value="N"/></if>
        <else-if type="webpage"><text value="EB"/></else-if>
        <else><text value="Z"/></else>
      </choose>
      <choose><if variable="URL"><text value="/OL"/></if></choose>
    </group>
  </macro>
  <macro name="when">
    <choose>
      <if type="webpage"><text macro="day" prefix="(" suffix=")"/></if>
      <else><text macro="day"/></else>
    </choose>
  </macro>
  <macro name="place">
    <choose>
      <if variable="URL"><text variable="URL"/></if>
      <else>
        <group delimiter=": ">
          <text variable="archive"/>
          <text variable="archive_location"/>
        </group>
      </else>
    </choose>
  </macro>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography>
    <layout suffix=".">
      <group delimiter=". ">
        <names variable="author">
          <name delimiter=", " delimiter-precedes-last="always" name-as-sort-order="all" sort-separator=" " initialize-with=" "/>
        </names>
        <group>
          <text variable="title"/>
          <text macro="mark"/>
        </group>
        <group>
          <group delimiter=", ">
            <text variable="container-title"/>
            <text macro="when"/>
          </group>
          <text macro="seen"/>
        </group>
        <text macro="place"/>
      </group>
    </layout>
  </bibliography>
</style>`;

/** Names given in full; of more than that the first ones, then 等 (8.1.2 of the standard). */
const MOST_NAMES = 3;

/** Family names of persons stand in capitals (8.1.1); 等 for Chinese posts, et al for others. */
export function forGbt(entry: CslEntry, isHan: boolean): CslEntry {
  const { author, ...rest } = entry;
  if (author === undefined) return entry;
  const first = author.slice(0, MOST_NAMES).map(inCapitals);
  const others: readonly CslName[] =
    author.length > MOST_NAMES ? [{ literal: isHan ? '等' : 'et al' }] : [];
  return { ...rest, author: [...first, ...others] };
}

const inCapitals = (name: CslName): CslName =>
  'family' in name ? { ...name, family: name.family.toUpperCase() } : name;
