import type { Charset } from '../../../src/shared/charsets.ts';

/** A language, the charsets its old files are in, and texts written for these tests. */
export interface Language {
  readonly name: string;
  readonly charsets: readonly Charset[];
  readonly texts: readonly string[];
}

export const languages: readonly Language[] = [
  {
    name: 'Simplified Chinese',
    charsets: ['gb18030', 'utf-16le', 'utf-16be'],
    texts: [
      '清晨五点，雾还没有散，码头上的灯一盏一盏灭了。老船长把缆绳绕在铁桩上，回头看了看仓库的方向，那里堆着昨夜刚卸下来的木箱，箱子上的字被雨水泡得模糊不清。他从口袋里摸出半截铅笔，在账本上写下今天的日期，又划掉，重新写了一遍。',
      '本报讯：市统计局昨日公布，今年前三季度全市规模以上工业增加值同比增长百分之六点四，其中装备制造业贡献过半。分析人士认为，随着新生产线陆续投产，四季度仍有望保持较快增速，但原材料价格波动值得关注。',
      '用这个编辑器打开旧文件时，如果看到一串乱码，多半是编码选错了。先不要保存，换一种编码再读一遍，确认无误以后再另存为新的格式。备份永远比后悔便宜。',
      '妹妹把风筝放得很高，线轴在她手里嗡嗡地转。奶奶坐在槐树底下剥豆子，嘴里哼着一支谁也听不懂的调子。傍晚的炊烟斜斜地飘过屋顶，像有人在天上写字。',
    ],
  },
  {
    name: 'Traditional Chinese',
    charsets: ['big5', 'utf-16le'],
    texts: [
      '颱風過後的巷口積滿落葉，麵店老闆把鐵門拉起一半，先煮了一鍋湯給早起的郵差。收音機裡播著氣象報告，說明天起轉晴，山區仍要留意落石。隔壁的裁縫師傅搬出竹椅，慢慢擦拭那臺用了三十年的縫紉機。',
      '本報訊：交通部昨天宣布，東部幹線將於下個月恢復全線通車，首日提供免費接駁。業者表示，受損路段的橋墩已完成補強，並加裝即時監測設備，旅客可以放心搭乘。',
      '圖書館的地下室還留著一批舊磁片，標籤上的筆跡已經褪色。管理員說，裡面是當年學生寫的程式與日記，用的是早就沒有人用的編碼，打開來全是亂碼。',
    ],
  },
  {
    name: 'Japanese',
    charsets: ['shift_jis', 'euc-jp', 'utf-16le'],
    texts: [
      '港の朝は早い。まだ薄暗いうちから漁師たちは網をたたみ、氷を積み、黙って沖へ出ていく。市場の鐘が鳴るころには、トラックの荷台に木箱が並び、猫が一匹、その影で丸くなっている。',
      '新しいバージョンでは、フォルダを開いたときの読み込みが速くなりました。設定画面から文字コードを選ぶと、すぐに表示が切り替わります。不具合を見つけた方は、お手数ですが掲示板までご連絡ください。',
      '県は昨日、来年度の予算案を発表した。歳出の総額は前年度を二パーセント上回り、橋や道路の補修に重点を置く。知事は記者会見で「暮らしを支える事業を優先した」と述べた。',
    ],
  },
  {
    name: 'Korean',
    charsets: ['euc-kr', 'utf-16le'],
    texts: [
      '새벽 안개가 걷히자 부두에는 갈매기 소리만 남았다. 노인은 낡은 장부를 펴고 오늘 날짜를 적은 뒤 한참 동안 바다를 바라보았다. 배가 들어오려면 아직 두 시간은 더 기다려야 했다.',
      '시청은 어제 기자회견을 열고 내년부터 시내버스 요금을 올리지 않겠다고 밝혔다. 대신 막차 시간을 삼십 분 늦추고, 새 정류장 열두 곳을 만들 계획이다. 시민 단체는 환영한다는 뜻을 전했다.',
      '이 프로그램은 오래된 글을 모아 두고 읽는 데 쓴다. 글자가 깨져 보이면 다른 인코딩을 골라 보면 된다. 원본 파일은 바뀌지 않는다.',
    ],
  },
  {
    name: 'French',
    charsets: ['windows-1252', 'macintosh'],
    texts: [
      "L’été dernier, nous avons traversé la forêt à pied jusqu’au vieux château. Le gardien, un homme âgé et très poli, nous a raconté l’histoire de la tour brûlée, puis il a préparé du café. « Revenez à Noël, disait-il, la neige couvre tout et l'on entend les cloches du côté de la rivière. »",
      "Le conseil a décidé hier de rénover le marché couvert : les travaux commenceront en février et coûteront près de deux millions. Les commerçants, déplacés derrière l'église, espèrent rouvrir avant l'été.",
    ],
  },
  {
    name: 'German',
    charsets: ['windows-1252', 'macintosh'],
    texts: [
      'Früh am Morgen öffnete der Bäcker die Läden und kehrte die Straße. Über den Dächern hing noch Nebel, und aus der Küche roch es nach Brötchen. „Schönes Wetter wird das nicht“, sagte er zu der alten Frau, die jeden Tag um fünf Uhr für ihre Enkel einkaufte.',
      'Die Stadtwerke kündigten an, die Gebühren für das nächste Jahr nicht zu erhöhen. Gleichzeitig müssen größere Rohre geprüft werden, weil der Frühling ungewöhnlich naß war.',
    ],
  },
  {
    name: 'Spanish',
    charsets: ['windows-1252'],
    texts: [
      '¿Quién recuerda todavía el otoño en que se inundó la estación? Mi abuelo decía que el río llegó hasta los andenes y que los niños pescaban desde las ventanas. Después vinieron años más tranquilos, y el jardín volvió a florecer junto a la vía.',
      'El ayuntamiento anunció ayer que la reparación del puente terminará en marzo. Según la alcaldesa, habrá también una línea de autobús más rápida y mejor iluminación en el barrio.',
    ],
  },
  {
    name: 'Polish',
    charsets: ['windows-1250', 'iso-8859-2'],
    texts: [
      'Wczesnym rankiem nad jeziorem unosiła się mgła, a rybacy wyciągali sieci w zupełnej ciszy. Stary żeglarz usiadł na pomoście, wyjął z kieszeni list i przeczytał go jeszcze raz. Później długo patrzył na wodę, jakby coś w niej zgubił.',
      'Urząd miasta zapowiedział, że remont mostu skończy się przed świętami. Mieszkańcy skarżą się na hałas, lecz cieszą się, że znów będzie można dojść pieszo na rynek.',
    ],
  },
  {
    name: 'Russian',
    charsets: ['windows-1251', 'koi8-r', 'ibm866', 'utf-16le'],
    texts: [
      'Утром над рекой стоял туман, и рыбаки молча собирали сети. Старик достал из кармана письмо, перечитал его ещё раз и долго смотрел на воду. Потом он встал, поправил шапку и пошёл к станции, где его ждали внуки.',
      'Городской совет объявил, что ремонт моста закончится в декабре. Жители жалуются на шум, но надеются, что весной откроют новую линию трамвая. Подробности будут в завтрашнем номере.',
    ],
  },
  {
    name: 'Ukrainian',
    charsets: ['windows-1251', 'koi8-u'],
    texts: [
      'Над річкою стояв туман, і рибалки мовчки збирали сіті. Дідусь дістав із кишені листа, прочитав його ще раз і довго дивився на воду. Потім він підвівся та пішов до станції, де його чекали онуки.',
    ],
  },
  {
    name: 'Greek',
    charsets: ['windows-1253'],
    texts: [
      'Το πρωί η ομίχλη σκέπαζε το λιμάνι και οι ψαράδες μάζευαν σιωπηλά τα δίχτυα τους. Ο γέρος διάβασε ξανά το γράμμα και κοίταξε για ώρα τη θάλασσα, σαν να είχε χάσει κάτι εκεί.',
    ],
  },
  {
    name: 'Turkish',
    charsets: ['windows-1254'],
    texts: [
      'Sabahın erken saatlerinde iskelede kimse yoktu. Yaşlı balıkçı ağlarını topladı, çayını içti ve güneşin doğuşunu bekledi. Öğleden sonra torunları geldi; birlikte kıyıda yürüyüp eski günleri konuştular.',
    ],
  },
  {
    name: 'Hebrew',
    charsets: ['windows-1255'],
    texts: [
      'בבוקר כיסה הערפל את הנמל, והדייגים אספו את הרשתות בשתיקה. הזקן קרא שוב את המכתב והביט זמן רב אל המים, כאילו איבד שם משהו.',
    ],
  },
  {
    name: 'Arabic',
    charsets: ['windows-1256'],
    texts: [
      'في الصباح غطى الضباب الميناء، وجمع الصيادون شباكهم في صمت. قرأ الرجل العجوز الرسالة مرة أخرى ونظر طويلا إلى البحر كأنه فقد شيئا هناك.',
    ],
  },
  {
    name: 'Thai',
    charsets: ['windows-874'],
    texts: [
      'ตอนเช้าหมอกปกคลุมท่าเรือ ชาวประมงเก็บอวนกันอย่างเงียบ ๆ ชายชราอ่านจดหมายอีกครั้งแล้วมองทะเลอยู่นาน เหมือนว่าเขาทำอะไรหายไปที่นั่น',
    ],
  },
];
