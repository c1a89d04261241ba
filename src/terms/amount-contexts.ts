// The words around a number that tell whether it is money and which part it plays: `每人…`, `共计…`, `上年预算…`, `…/人·天`.
// Every look at the text is at a bounded stretch beside the number, so that reading takes time in proportion to the text.
import { counters, latin, type Quantity } from './quantities.js';

/** A lead goes back to the nearest of these. */
const cuts = new Set([...'，。；;、\n（()）【】,'].map((cut) => cut.charCodeAt(0)));
const longestLead = 30;

/** What leads up to the number within its clause; where it stands first in brackets, what leads up to these, and `（`. */
export function leadOf(text: string, from: number): string {
  const start = cutBefore(text, from);
  const own = withoutCurrency(text.slice(start, from));
  if (own.trim() !== '' || !/[（(]/.test(text[start - 1] ?? '')) return own;
  return `${withoutCurrency(text.slice(cutBefore(text, start - 1), start - 1))}（`;
}

function cutBefore(text: string, from: number): number {
  let start = from;
  while (start > 0 && from - start < longestLead && !cuts.has(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

function withoutCurrency(lead: string): string {
  return /[￥¥币B\s]$/i.test(lead) ? lead.replace(/(?:[￥¥]|人民币|RMB)?\s?$/i, '') : lead;
}

/** What is counted in 万 without a unit. */
const people =
  /(?:人口|群众|人员|人数|职工|会员|学生|游客|观众|用户|居民|受众|粉丝|户数|面积|数量|人次|量|字数|里程)(?:达到?|超过?|近|约|为|共|是)?\s?$/;
const nothingMore =
  /^(?:$|[\s，。；、：,.;:（）()【】[\]《》“”"'’!！?？/／×✕*＊xX=＝＋+\-—~～…]|左右|上下|以[内上下]|用[于作]|作为|为|的|整|和|及|与|或|共|每|预算|经费|资金|费用|预付款|尾款|支出|等|不等|采购|购买|购置|支付|开展|组织|举办|聘请|租赁|发放|慰问|补助)/;

/** Null for what is no money. A bare `14万` is money where nothing follows that it could count. */
export function moneyOf(text: string, { from, to, unit }: Quantity): 'sure' | 'perhaps' | null {
  if (unit === '元') return 'sure';
  if (unit !== '') return null;
  const before = text.slice(Math.max(0, from - 8), from);
  if (/(?:[￥¥]|人民币|RMB)\s?$/i.test(before)) return 'sure';
  if (!/[万亿]/.test(text.slice(from, to)) || people.test(before)) return null;
  return nothingMore.test(text.slice(to, to + 4)) ? 'sure' : 'perhaps';
}

const one = `(?:${counters})`;
/** Behind a stroke any short word is a unit: `28元/剂次`, `480元/㎡`. */
const any = `(?:${latin})(?![a-zA-Z0-9])|${one}|[\\u4e00-\\u9fff]{1,3}(?![\\u4e00-\\u9fff])`;
const perAfter = new RegExp(`^\\s?[/／]\\s?[（(]?(?:每|一)?(${any})`);
const perMore = new RegExp(`^\\s?[·・•*×/／每]\\s?每?(${one})`);
const perBefore = new RegExp(`每一?(${one})(?:每一?(${one}))?[^0-9０-９：:]{0,10}[：:]?$`);
const averaged = /([人户月日周次场])均[^0-9０-９：:]{0,6}[：:]?$/;
/** 每年 says that it comes again, not what to multiply. */
const yearly = /年$/;

/** What the amount is the price of one of, and where that ends: `200元/人·天` ends behind 天. */
export function perOf(text: string, quantity: Quantity, lead: string) {
  let { to } = quantity;
  const per: string[] = [];
  if (quantity.per !== null) per.push(...apart(quantity.per));
  else {
    const match = perAfter.exec(text.slice(to, to + 12));
    if (match?.[1]) {
      per.push(...apart(match[1]));
      to += match[0].length;
    }
  }
  for (let more = 0; per.length > 0 && more < 3; more++) {
    const match = perMore.exec(text.slice(to, to + 8));
    if (!match?.[1]) break;
    per.push(...apart(match[1]));
    to += match[0].length;
  }
  if (/[（(]/.test(text.slice(quantity.to, to)) && /[)）]/.test(text[to] ?? '')) to += 1;
  if (per.length > 0) return { per, to };
  if (!/[每均]/.test(lead)) return { per, to };
  const before = perBefore.exec(lead);
  const units = [before?.[1], before?.[2], averaged.exec(lead)?.[1]].filter((unit) => unit !== undefined);
  return { per: units.every((unit) => yearly.test(unit)) ? [] : units.flatMap(apart), to };
}

/** 人天 and 人日 are people times days. */
function apart(unit: string): readonly string[] {
  return unit === '人天' || unit === '人日' ? ['人', '天'] : [unit];
}

const families = [
  ['人', '名', '位'],
  ['月', '个月'],
  ['天', '日'],
  ['周', '星期'],
  ['场', '场次'],
  ['课时', '学时'],
  ['平方米', '平米', '㎡', 'm2', 'm²'],
  ['公里', '千米', 'km'],
];

/** 人, 名 and 位 are people. */
export function sameUnit(a: string, b: string): boolean {
  return a === b || families.some((family) => family.includes(a) && family.includes(b));
}

export const multiplied = /^\s?(?:[×✕*＊xX]|乘以?)\s?$/;

export const aboutBefore =
  /(?:不超过|不高于|不低于|不少于|不多于|最高|最多|至多|至少|上限|限额|(?<![节合违签预契])约|超过?)\s?$/;
export const leavesOpen = /^(?:左右|上下|以[内上下]|起|不等)/;

const filler = '(?:数|额|总额|金额|资金|经费)?(?:了|为|是|约|大约|达)?[：:（]?$';
const spent = '预算|决算|支出|安排|执行|投入|实际|下达|拨付|结转|结余|计划';
const priced = /(?:单价|均价|平均|标准)(?:为|是|约)?[：:（]?$|每(?!学?年)[^：:]{1,12}[：:]?$/;
const elsewhere = new RegExp(
  [
    `(?:上一?年度?|去年|往年|历年|以前年度|前[一两三几]年|明年|下一?年度?|后[一两三几]年)[^：:]{0,6}?(?:${spent})?${filler}`,
    `(?:累计|[两三四五六七八九十0-9]年(?:内|间|期)?(?:共|合计?|总))[^：:（]{0,8}[：:（]?$`,
    `(?:总投资|总概算|概算|总预算|总盘子|控制价|最高限价|结余|结转|剩余|余额|自筹|(?:工资|营业|造价)总额|基数|贷款(?:总额|本金)?|原值|市值|价值|收入|产值|税收|保额|合同总?[价额]|合同总?金额|中标[价额]?|中标金额)${filler}`,
    '(?:配套|自筹)(?:资金|经费|投入)[^：:（]{0,4}[：:（]?$',
    `已经?(?:实际)?(?:支付|付|拨付|下达|安排|支出|投入|到位|使用|执行)[^：:（]{0,4}[：:（]?$`,
    '(?:节约|节省)(?:了|资金|经费|成本|支出)?$',
  ].join('|'),
);
const total =
  /(?:共计|合计|总计|总共|合共|小计|总金额|总费用|总经费|总价|总额|(?<!公)共|全年需)(?:需要?|要)?(?:支出|支付|安排|投入|经费|费用|资金|金额)?(?:为|是|约|大约)?[：:（]?\s?$/;
const open = /(?:核减|调减|压减|扣减|扣除|减去|减少|增加|增长|调增|追加|其余|各|均|或)[^：:]{0,2}$|[-－÷]\s?$/;
const dated = new RegExp(`20[0-9]{2}年度?[^：:]{0,6}?(?:${spent})${filler}`);

/** Of another year, contract or purse, or what a share is taken of: `1150万元的2%`. */
export function isElsewhere(lead: string, after: string): boolean {
  return elsewhere.test(lead) || /^的\s?(?:[0-9０-９.]{1,6}[%％‰]|百分之)/.test(after);
}

/** Of an amount that is no price by its unit. `dated`: of a year that is named, which may be this one. */
export function senseOf(lead: string, after: string) {
  if (priced.test(lead) || /^的?标准/.test(after)) return 'price';
  if (isElsewhere(lead, after)) return 'outside';
  if (total.test(lead)) return 'total';
  // 5元5角.
  if (open.test(lead) || /^[0-9一二三四五六七八九][角毛分]/.test(after) || /^\s?÷/.test(after)) return 'unclear';
  return dated.test(lead) ? 'dated' : 'part';
}
