import type { SentenceKind } from './judgedCase.ts';

/** Wording for one language; `{0}` and `{1}` are terms, the named slots are drawn. */
export interface Phrases {
  readonly sentences: Readonly<Record<SentenceKind, readonly string[]>>;
  readonly titles: readonly string[];
  readonly slots: Readonly<Record<string, readonly string[]>>;
  /** Between the sentences of a paragraph. */
  readonly joint: string;
}

const split = (text: string): readonly string[] => text.trim().split(/\s*\n\s*/);

/** Chinese, as a town's newspaper writes. */
export const CHINESE: Phrases = {
  joint: '',
  sentences: {
    filler: split(`
      {place}的早市照常开张，{who}把摊子往里挪了两步。
      雨下到中午才停，巷口的积水漫过了第一级台阶。
      {who}说，这件事急不得，得一样一样来。
      账本摊在桌上，{n}笔支出逐一勾过，没有一笔对不上。
      {place}的居民代表在会上坐了三排，发言的有{n}位。
      午后起了风，晾在绳上的床单鼓得像帆。
      {who}从柜子里取出{thing}，用布擦了又擦。
      木工师傅量过门框，说差了半寸，要重新刨。
      “先把眼前的做好。”{who}收起图纸，没有再说下去。
      会议开了{n}分钟，议程上还剩两项。
      {place}去年冬天换过一遍窗户，屋里比从前暖和。
      {who}每天六点到岗，先烧水，再扫院子。
      登记表一共{n}份，缺了签名的退回去补。
      隔壁的面馆飘出葱油味，排队的人挪到了树荫下。
      {thing}摆在窗台上，谁路过都要看一眼。
      {place}的路灯修了半个月，如今夜里亮堂多了。
      来办事的人填好单子，坐在长椅上等叫号。
      {who}翻到最后一页，用铅笔写下日期。
      工期原定{n}天，因为天气拖了一周。
      院里的槐树今年开花晚，香气却比往年浓。
      {place}的合唱队每周三排练，缺男声。
      {who}认为，费用可以再省一些，但工序不能少。
      仓房里的{thing}按编号摆好，一共{n}件。
      到了傍晚，收摊的人三三两两往家走。
      下一次碰头定在{n}天以后，地点不变。
      {who}的女儿放学后来帮忙，把剪好的纸花串成一串。
      {place}的老人们爱在桥头下棋，输的人请喝茶。
      墙上的钟慢了五分钟，没有人去拨。
      材料已经备齐，只等{who}点头。
      楼道里贴出通知，字写得很大。`),
    about: split(`
      {0}是这一次讨论的中心，{who}为此准备了两年。
      谈到{0}，{who}给出了与众人不同的判断。
      {place}的{0}从无到有，花了整整{n}个月。
      报告用{n}页篇幅分析了{0}的来历和现状。
      为什么偏偏是{0}？{who}的回答是，这里有别处没有的条件。
      {0}的难处在于，没有现成的做法可以照搬。
      懂{0}的人不多，{who}算是其中一个。
      几位研究者对照了{n}组记录，认为{0}值得长期跟踪。
      要理解{0}，得先看{place}这些年的变化。
      {who}把{0}的过程画成一张长图，贴满了整面墙。
      {0}带来的好处，头一年还看不出来。
      反对的意见也有，主要担心{0}花钱太多。
      如今说起{0}，{place}的人都能讲出几句。
      下一步怎么走，{0}自己会给出答案。`),
    mention: split(`
      有人顺口提到{0}，话题很快又转开了。
      展板的角落里写着{0}几个字，没有多作说明。
      清单上有米、油、{0}和{thing}，一共{n}项。
      {who}早年也接触过{0}，后来改了行。
      同一层楼里，还有一家与{0}有关的店。
      当天的安排里本来有{0}一项，后来取消了。
      他指了指远处，说那边以前和{0}有点关系。
      饭桌上大家从球赛聊到{0}，又聊到天气。`),
    line: split(`
      · {0}一则，见第{n}版
      · {place}：{0}（图）
      · {n}号 {0} {who}
      · {0} 简讯 {place}
      · 又见{0}，共{n}条
      · {0}（续）`),
    together: split(`
      {0}与{1}在{place}碰到了一起，{who}一一作了记录。
      {who}说，{0}一来，{1}就成了绕不过去的事。
      {place}为{0}作出的{1}安排，下午就送到了各户。
      谈{0}不能不谈{1}，两件事其实是一件事。
      因为{0}，{1}的办法改了又改。`),
  },
  titles: split(`
    {place}{who}的一天
    {place}修好了旧台阶
    {who}：把小事做细
    一张{thing}的来历
    {place}晨间见闻
    雨后走访{place}
    {n}户人家的过道
    {who}与{thing}
    {place}添了新长椅
    从{place}到家门口`),
  slots: {
    place: split(`
      柳荫街
      三里桥
      东门里
      石磨巷
      北坡村
      西渡口
      竹篮巷
      丁家墩
      槐树院
      半山亭`),
    who: split(`
      老周
      社区干事小郑
      裁缝许师傅
      会计赵姐
      钟表匠
      看门的老胡
      木匠老宋
      读者来信人
      店主罗姐
      组长小彭`),
    thing: split(`
      铜壶
      旧相册
      木尺
      竹椅
      搪瓷杯
      藤箱
      算盘
      门牌
      油灯
      信封`),
  },
};

/** English, as a harbour town's weekly writes. */
export const ENGLISH: Phrases = {
  joint: ' ',
  sentences: {
    filler: split(`
      The kettle in the back room had boiled twice before anybody poured it.
      {who} counted {n} chairs and put one aside for the door.
      Rain kept the square empty until the middle of the afternoon.
      {who} wrote the figure down, crossed it out and wrote it again.
      The committee in {place} meets on the first Monday and rarely ends early.
      A dog slept under the bench through the whole discussion.
      {who} keeps {thing} on the shelf beside the window.
      There were {n} letters in the tray and none of them was urgent.
      Paint had come off the railings, as it does every spring in {place}.
      {who} said that small repairs are best done before they are large ones.
      Two buses passed, both full, and the queue grew by a handful.
      The minutes run to {n} pages, most of them about drains.
      {place} has changed its bins, its benches and its mind.
      {who} locked up at six and walked home by the long way.
      Nobody could find {thing}, although everybody remembered it.
      The bill came to {n} pounds, which was less than feared.`),
    about: split(`
      The story of the {0} begins in {place}, with {who} and very little money.
      {who} has studied the {0} for {n} years and still finds it odd.
      What makes the {0} work is patience, and {place} has plenty of it.
      A report of {n} pages sets out what the {0} costs and what it saves.
      Without the {0}, {place} would be a different town.
      {who} explains the {0} with a pencil and the back of an envelope.
      The {0} was nearly given up twice, in spite of what people say now.
      Critics of the {0} point to the upkeep, and they have a case.`),
    mention: split(`
      Somebody mentioned the {0}, and the talk moved on.
      On the list stood soap, string, the {0} and {thing}.
      {who} had once worked near the {0}, long ago.
      A postcard of the {0} hung over the counter.`),
    line: split(`
      - {0}: see page {n}
      - {place}: {0} (picture)
      - {n} {0} {who}
      - {0}, continued`),
    together: split(`
      The {0} and the {1} have been one question in {place} ever since.
      {who} says that the {0} brought the {1}, and not the other way round.
      When the {0} stops, the {1} begins, as {who} puts it.`),
  },
  titles: split(`
    A day with {who}
    New benches for {place}
    {place} mends its steps
    Notes from {place}
    {who} and {thing}
    After the rain in {place}`),
  slots: {
    place: split(`
      Millbrook
      Eastgate
      Low Barton
      Tanner's Row
      Saltby
      Northcote`),
    who: split(`
      Mrs Alder
      the caretaker
      young Mr Pike
      the baker
      Miss Farrow
      the surveyor`),
    thing: split(`
      the brass bell
      an old ledger
      the spare key
      a tin of buttons
      the blue vase
      a folding ruler`),
  },
};
