import type { Charset } from '../../shared/charsets.ts';

/**
 * How surprising each character is in a text of one script: minus the natural logarithm of its share, so that the sums
 * over a text compare what its bytes would say in different charsets. Index: UTF-16 unit.
 */
export type ScriptTable = Float32Array;

/** A character that hardly stands in any text: private use, controls, what no byte means. */
const NEVER = 20;
/** One that the charset has and texts of the script do not. */
const FOREIGN = 16;

/*
 * Frequent characters, the most frequent first, written down for this purpose. Few hundred are half of any text, and
 * what follows them is told apart by the levels of the national standards, which were drawn up by frequency too.
 */
const HANS =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔港船店街村桥站车票馆茶花雨雪风云春夏秋冬早晚夜午昨星期左右红黄蓝绿黑吃喝饭菜鱼肉米面包药病医院校班课考试读写字词句章页图片网络系统件电脑手机软硬盘键屏幕编码档案阅读链接搜索索引标题作者来源日期标签分类语言文章新闻报纸杂志出版社记者编辑评论经济金融股票基银行投资企业市场价格增长同比亿元万美城市乡镇县省委书记会议政府工作报告发展改革开放创技术产品服务供应商户消费者环境保护能源汽车房地交通运输农林牧渔工程师研究学生老父母亲孩子朋友爱情快乐幸福健康生活习惯旅游电影音乐体育比赛足球篮排冠军奥运会员周末节假日天气温度';
const HANT =
  '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運筆港船店街村橋站車票館茶花雨雪風雲春夏秋冬早晚夜午昨星期左右紅黃藍綠黑吃喝飯菜魚肉米麵包藥病醫院校班課考試讀寫字詞句章頁圖片網絡路系統件電腦手機軟硬碟盤鍵屏幕編碼檔案閱讀連鏈結接搜尋索引標題作者來源日期標籤分類語言文章新聞報紙雜誌出版社記者編輯評論經濟金融股票基銀行投資企業市場價格增長同比億元萬美城市鄉鎮縣省委書記會議政府工作報告發展改革開放創技術產品服務供應商戶消費者環境保護能源汽車房地交通運輸農林牧漁工程師研究學生老父母親孩子朋友愛情快樂幸福健康生活習慣旅遊電影音樂體育比賽足球籃排冠軍奧運會員週末節假日天氣溫度臺灣台北香港澳';
const KANA =
  'のにるはをたがとでてしいなれかさっらりまもこすきあくんうよつめけえせどおちだみじわやそばひふほねむとろべごへげずぐぎびぶぼぞざゆぬゃょゅぽぱぷぺぁぃぅぇぉづヂーンスルトリアイドラッシクフレジロプタテマコムサグバメカセオナデキニパチャビィュョミポダソハブエモノウゴホズベケガツヒワヤペザネェピボボゲヨァォユギセヌゼヘヴゾ';
const KANJI =
  '日一人年大国会本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨新社者自事業政経合方対最地場員立開手力問代明動京目通言理体田主題意不作用度強公野以家世多正安院心界教文元重近考画海売知道集別物使品計死特私始朝運終台広住真有口少町料工建空急止送切転研足究楽起着店病質待試族銀早映親験英医仕去味写字答夜音注帰古歌買悪図週室歩風紙黒花春赤青館屋色走秋夏習駅洋旅服夕借曜飲肉貸堂鳥飯勉冬昼茶弟牛魚兄犬妹姉漢同発部内定回性化関要現実期調当所法全市成民相戦結平第思次入指首解和取受数務組報表番信記機持変感続連産点活決原情増支制済保放予治村投資格価市株式億船港';
const HANGUL =
  '이다는의에을가고하지한은로를도기사그나어자인리대아서들시해있수일보정것게만으스라부전과주라장여제국상동와면오구원조요안니우신거비당경무했적공성까관연선세모야내금소미위방중었년회문화러마물말때생산통개않더진유간래던치할실발분없히달되학민된계그심교북남아단복바저려본명알입체트습행함식강속월될결차형반강용업재각데외점났음살터눈돈처님울김많처같며임레코란손길름력람두글련향활너려파카드든권질영목집술론필버운근예께변친프네색열작석새태남초추불독양약배별등크블검웃직환송품책건현삼투억류노르뉴항격최황박섭준민날씨읽편페번역록락쪽곳몸잡않찾책언책떻좋좀싶뜻밖밤밥';

/** The share of the character of a rank: frequencies fall about as Zipf's law has it. */
const zipf = (rank: number, weight: number): number => -Math.log(weight / (rank + 8));

function filled(): ScriptTable {
  const table = new Float32Array(0x10000).fill(FOREIGN);
  table.fill(NEVER, 0x80, 0xa0);
  table.fill(NEVER, 0xe000, 0xf900);
  table.fill(NEVER, 0xfff0);
  return table;
}

/** Lowers the cost of characters to one, or to what their rank in the list gives; a character counts where it comes first. */
function put(
  table: ScriptTable,
  characters: string,
  cost: number | ((rank: number) => number),
): void {
  if (typeof cost === 'number') {
    for (let at = 0; at < characters.length; at += 1) lower(table, characters.charCodeAt(at), cost);
    return;
  }
  let rank = 0;
  for (const character of new Set(characters)) {
    lower(table, character.charCodeAt(0), cost(rank));
    rank += 1;
  }
}

function lower(table: ScriptTable, unit: number, cost: number): void {
  if (cost < (table[unit] ?? FOREIGN)) table[unit] = cost;
}

/** Lowers the cost of the ideographs and syllables of a charset whose first byte lies in a range. */
function putRows(
  table: ScriptTable,
  { charset, leads, firstTrail = 0x40 }: Rows,
  cost: number,
): void {
  const [first, last] = leads;
  const bytes: number[] = [];
  for (let lead = first; lead <= last; lead += 1) {
    for (let trail = firstTrail; trail <= 0xfe; trail += 1) bytes.push(lead, trail, 0x20);
  }
  const decoded = new TextDecoder(charset).decode(Uint8Array.from(bytes));
  for (let at = 0; at < decoded.length; at += 1) {
    const unit = decoded.charCodeAt(at);
    const isSyllable = unit >= 0xac00 && unit <= 0xd7a3;
    if (isSyllable || (unit >= 0x3400 && unit <= 0x9fff)) lower(table, unit, cost);
  }
}

/** Two-byte characters of a charset, by their first byte; of the national standard itself, or of its extensions too. */
interface Rows {
  readonly charset: Charset;
  readonly leads: readonly [first: number, last: number];
  readonly firstTrail?: number;
}

function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_unused, at) =>
    String.fromCharCode(first + at),
  ).join('');
}

const FULL_WIDTH = range(0xff01, 0xff5e);

function putCjkSymbols(table: ScriptTable): void {
  put(table, range(0x3000, 0x303f), 11);
  put(table, FULL_WIDTH, 9);
  put(table, '“”‘’—…·', 5.5);
  put(table, '①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣ℃％‰№★☆●○◎◇◆□■△▲※→←↑↓×÷±°§', 10);
  put(table, '\u3000', 5);
}

/** Simplified Chinese, as GB 2312 sorts it. */
function simplified(): ScriptTable {
  const table = filled();
  table.fill(15, 0x4e00, 0xa000);
  putCjkSymbols(table);
  put(table, range(0x3041, 0x30fe), 12);
  putRows(table, { charset: 'gb18030', leads: [0xd8, 0xf7], firstTrail: 0xa1 }, 12.6);
  putRows(table, { charset: 'gb18030', leads: [0xb0, 0xd7], firstTrail: 0xa1 }, 9.6);
  put(table, HANS, (rank) => zipf(rank, 0.138));
  put(table, '，。', 3.2);
  put(table, '、“”：；（）《》！？', 5);
  return table;
}

/** Traditional Chinese, as Big5 sorts it. */
function traditional(): ScriptTable {
  const table = filled();
  table.fill(15, 0x4e00, 0xa000);
  putCjkSymbols(table);
  put(table, range(0x3041, 0x30fe), 13);
  putRows(table, { charset: 'big5', leads: [0xc9, 0xf9] }, 13);
  putRows(table, { charset: 'big5', leads: [0xa4, 0xc6] }, 9.8);
  put(table, HANT, (rank) => zipf(rank, 0.138));
  put(table, '，。', 3.2);
  put(table, '、「」：；（）《》！？', 5);
  return table;
}

function japanese(): ScriptTable {
  const table = filled();
  table.fill(15.5, 0x4e00, 0xa000);
  putCjkSymbols(table);
  put(table, range(0xff61, 0xff9f), 9.5);
  putRows(table, { charset: 'shift_jis', leads: [0x98, 0xea] }, 14);
  putRows(table, { charset: 'shift_jis', leads: [0x88, 0x97] }, 10.2);
  put(table, KANJI, (rank) => zipf(rank, 0.07));
  put(table, range(0x3041, 0x30f6), 9);
  put(table, KANA, (rank) => zipf(rank, 0.16));
  put(table, '、。', 3.2);
  put(table, '「」・！？（）『』：', 5);
  return table;
}

function korean(): ScriptTable {
  const table = filled();
  table.fill(15, 0x4e00, 0xa000);
  putRows(table, { charset: 'euc-kr', leads: [0xca, 0xfd], firstTrail: 0xa1 }, 14);
  putCjkSymbols(table);
  put(table, '“”‘’…·', 6);
  table.fill(15, 0xac00, 0xd7a4);
  put(table, range(0x3131, 0x3163), 9);
  putRows(table, { charset: 'euc-kr', leads: [0xb0, 0xc8], firstTrail: 0xa1 }, 10);
  put(table, HANGUL, (rank) => zipf(rank, 0.15));
  return table;
}

/** Letters of an alphabet, the most frequent first, their capitals, and signs that stand beside them. */
function alphabet(letters: string, signs = '“”‘’«»–—…№'): ScriptTable {
  const table = filled();
  put(table, range(0xa0, 0xbf), 9.5);
  put(table, '\u00a0', 6);
  put(table, '©®°€', 7.5);
  put(table, '™•†‡‹›„‚‰', 8.5);
  put(table, signs, 5.5);
  // So that all shares together are one.
  const weight = 1 / Math.log((letters.length + 8) / 8);
  put(table, letters.toUpperCase(), (rank) => zipf(rank, weight) + 2.6);
  put(table, letters, (rank) => zipf(rank, weight));
  return table;
}

function western(): ScriptTable {
  const table = alphabet('éäüöáàóçíãßêñåèøúâôõîëæûïùòìœ', '“”‘’«»–—…');
  put(table, '’', 3);
  put(table, '“”–—', 4);
  put(table, '¿¡', 5);
  put(table, 'ðþý', 6.5);
  put(table, range(0xc0, 0xff), 8);
  return table;
}

/** The scripts that are told apart, by the charsets that write them. */
export const scripts = {
  simplified,
  traditional,
  japanese,
  korean,
  western,
  central: () => alphabet('áéíłąęčšžěřóśżůćýöüńźúőűşţăťďňľđĺŕ', '„”“’–—…'),
  russian: () => alphabet('оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё', '«»–—…№“”'),
  ukrainian: () => alphabet('оанивіетрсклдупмязьбгчхйжцшюїфщєґ', '«»–—…№“”’'),
  greek: () => alphabet('αοιετσνηυρπκμλςωδγχάίθόέφήβύξώζψϊ'),
  turkish: () => alphabet('ıüşğöçâî', '“”‘’–—…'),
  hebrew: () => alphabet('יוהלאתמרבשנדםעחקצפגסכטזןךץףװ'),
  arabic: () => alphabet('المنيرتبعدوسةهفكحقجأشصىخطذضزإئغثءظآؤپچژگ', '،؟؛“”«»'),
  thai: () => alphabet('านรกอเงมย่ลวดทสต้ะัีปบคหแจพชขใโไผซถ์ึธฟณศษุูิภฮญฉฐฝฆฏฌ๋็๊ฎฑฒฬฦๆฯำ'),
  baltic: () => alphabet('āīšēūėžąņįčģļķęųõäöü', '„“–—…'),
} as const;

/** The name of a script that has a table. */
export type ScriptName = keyof typeof scripts;
