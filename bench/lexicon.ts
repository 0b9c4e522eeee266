import { everydayHan } from './gbk.ts';
import { seededRandom, shuffled } from './random.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const characters = (text: string): readonly string[] => Array.from(text);

/** One invented newspaper: `slug` is the category, `name` the display name, without 新闻. */
export type Newspaper = { readonly slug: string; readonly name: string };

/** Who acts in a Chinese news sentence; frequent ones first. */
export const SUBJECTS = words(`
  记者 居民 商户 车间 港口 渔民 读者 工程师 气象站 图书馆 合作社 物流企业 果农 船东 检修班组 学生
  医生 市场 研究人员 志愿者 站务员 养殖户 老师 馆员 摊主 工人 设计师 调度中心 食堂 车队 展览馆 植物园
  水文站 天文台 剧团 编辑部 木匠 修表匠 棋手 厨师 园丁 测绘队 码头工人 民宿主人 快递站 茶园 陶坊 印刷厂 技师
  种子站 冷库 驾校 游泳馆 音乐社 观鸟协会 龙头企业 中小企业 消费者 检验员 仓库管理员 列车长 潜水员 标本师`);

/** How it is done. */
export const ADVERBS = words(`
  进一步 持续 陆续 稳步 已经 仍在 全面 加快 有序 主动 同步 逐项 首次 连夜 提前 悄悄 重新 分批 反复 免费
  集中 及时 随即 定期 联合 适当 逐步 顺利 意外 再次 着手 正式 按计划 轮流 当场 大幅 小幅 明显`);

/** What is done; each goes before an object. */
export const VERBS = words(`
  推出 检修 扩大 完善 优化 调整 发布 启动 登记 整理 更换 运送 培育 修复 记录 测量 采购 展出 收集 比较 清点
  试验 改造 延长 缩短 降低 提升 稳定 补充 寄出 讲解 讨论 复核 翻印 晾晒 编写 搭建 拆除 分拣 研究 保护 承接
  统计 汇总 核对 公布 提供 引进 种植 打磨 抢收 安装 粉刷 借出 归还 绘制`);

/** What it is done to. */
export const OBJECTS = words(`
  供应链 冷链运输 渡轮航线 春茶 水稻新品种 老式座钟 旧书 码头吊机 灯塔透镜 潮汐表 时刻表 夜市摊位 公共自行车
  候车室 柑橘 海带 牡蛎 气象数据 雨量记录 桥梁支座 屋顶 排水管 信号灯 电池组 温室大棚 太阳能板 陶器 木船
  县志 手绘地图 天文望远镜 观测数据 儿童读物 有声书 菜谱 咸鸭蛋 豆腐坊 面馆 集市 花市 候鸟栖息地 步道
  泳池 风筝 灯会 戏台 胶片 唱片 印刷机 活字 订单 库存 运价 报价 出口量 客流量 发电量 用水量 成本 交货期
  检测报告 质量标准 培训课程 施工方案 借阅规则 服务窗口 收费标准 应急演练 交通组织 垃圾分类 社区食堂 图书漂流
  技术改造 研发投入 产品包装 生产线 仓储面积 零部件 原材料 夜间班车 末班车 航标 缆绳 集装箱 滚装船 防波堤`);

/** Connectives and time words that open a sentence. */
export const OPENERS = words(`
  此外 同时 目前 据了解 截至目前 与此同时 不过 今年以来 去年底 本周 上个月 入冬以后 梅雨过后 记者注意到
  值得一提的是 从数据看 在现场 下一步 按照安排 换句话说 和往年相比 傍晚时分 清晨六点 周末 接下来的三个月里
  实际上 一位老读者说 在他看来 由于天气转好 因为潮水太低`);

/** Short tails that end a sentence or a clause. */
export const TAILS = words(`
  效果比预想的好 反响不错 还需要时间 不算太难 得到了大家的认可 让人印象深刻 数量创下新高 与上年基本持平 比往年早了几天
  预计下月完成 没有影响正常营业 费用由三家共同承担 细节仍在商量 大家都说方便多了 这在当地还是头一回 价格没有上涨
  排队的人一直到了街角 来晚的只好明天再来 结果将在报上公布 安全始终放在第一位 这笔账算得很清楚 不少人专程赶来`);

/** Bold sub-heads of four to eight characters. */
export const SUBHEADS = words(`
  从一张图纸说起 账要算清楚 潮水不等人 老手艺新用法 一公里里的学问 把书送到船上 先试一季再说 数字背后
  慢一点也没关系 订单从哪里来 谁来接班 夜里的码头 雨停之后 成本怎么降 看得见的变化 再往前走一步`);

/** Topics; they become second tags. */
export const TOPICS = words(`
  港口航运 农业 天气 图书馆 市场 科技 铁路 美食 教育 健康 旅游 渔业 能源 建筑 收藏 天文 环保 物流 棋艺 手工`);

/** Kinds of company. */
export const COMPANY_KINDS = words(`
  航运 食品 茶业 精密制造 新材料 物流 印刷 陶瓷 电子 水产 能源 木业 纺织 仪器 信息技术`);

/** Ends of a company's name. */
export const COMPANY_ENDS = words('有限公司 股份有限公司 合作社 集团 工坊 研究所');

/** Latin words that stand inside Chinese text. */
export const LATIN_WORDS = words(
  'LED GPS App AI LNG 5G PMI CPI SUV USB RFID pH PM2.5 ISBN WiFi 3D ETF B2B',
);

/** Surnames, frequent ones first. */
export const SURNAMES = characters(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
);

/** Characters of given names. */
export const GIVEN = characters(
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国志文玉红春梅海燕晓东鹏飞宇浩然子轩梓涵欣怡佳琪雨桐思远博俊豪一诺嘉懿景行瑾瑜煜祺皓宸铭泽翊钧璟雯昕彤婉岚峰峻彪冲松柏楠桦榕岩磐屹崧嵘汀澜渚屿岑霁晴朗',
);

/** First and second characters of invented place names; 40 x 40 pairs. */
export const PLACE_FIRST = characters(
  '青白云石江沧月松竹梅兰柳桐枫槐霜雪雾雨晴朝暮春秋河溪湖潭泉岭峰谷沙港湾渔樵鹭鹤',
);
export const PLACE_SECOND = characters(
  '梧岑埠汀屿渡桥塘坞坪洲浦滩矶崖垭墩堰圩甸塬坝沱渚澳崮畈垄岙埭潮舟帆篙亭台阁栈庐',
);

/** What kind of place it is. */
export const PLACE_ENDS = words('县 镇 市 区 村 港 街道 岛');

/**
 * The everyday Chinese characters in a fixed, shuffled order: invented terms are drawn from them,
 * so that the number of distinct character pairs keeps growing with the archive.
 */
export const OPEN_CHARACTERS = shuffled(seededRandom(20200601), everydayHan());

const PAPER_KINDS: readonly (readonly [string, string])[] = [
  ['日报', 'ribao'],
  ['晚报', 'wanbao'],
  ['商报', 'shangbao'],
  ['农报', 'nongbao'],
  ['周刊', 'zhoukan'],
  ['航运报', 'hangyunbao'],
];

const PAPER_PLACES = words(`
  江汀=jiangting 白鹭=bailu 青梧=qingwu 云岑=yuncen 沧屿=cangyu 石埠=shibu 月渡=yuedu 松坪=songping 竹坞=zhuwu 枫桥镇=fengqiaozhen`);

/** Sixty invented Chinese newspapers, the frequent ones first. */
export const NEWSPAPERS: readonly Newspaper[] = PAPER_KINDS.flatMap(([kind, kindSlug]) =>
  PAPER_PLACES.map((place) => {
    const [name = '', slug = ''] = place.split('=');
    return { slug: `${slug}${kindSlug}`, name: `${name}${kind}` };
  }),
);

/** Invented English periodicals; they stand in the front matter's `source`. */
export const ENGLISH_SOURCES: readonly string[] = [
  'Egret Harbour Gazette',
  'Jiangting Review',
  'Tide and Timetable',
  'The Upland Grower',
];
