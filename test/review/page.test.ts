// The review as a page, read back by a browser: both forms side by side, on a phone one under the other, on paper to be signed.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Composed } from '../../src/compose/compose.js';
import { type PageInput, type PageSection, reviewPage } from '../../src/review/page.js';
import type { PageForms } from '../../src/review/page-forms.js';
import { loadedDom, measured, printedPdf } from '../render/html/chromium.js';
import { sampleText } from '../support/forms.js';
import { gansuText, gansuWith } from '../support/gansu.js';
import { missing, runProgram } from '../support/programs.js';
import { pageWords } from './page-words.js';
import { print, printForms } from './printed-forms.js';
import { changedText } from './sample-change.js';
import { form, formOf, label, row, table, value } from './small-forms.js';

const section = (forms: PageForms | null, more: Partial<PageSection> = {}): PageSection => ({
  heading: '区总工会工作经费',
  notes: [],
  changes: [],
  forms,
  ...more,
});

const pageOf = (sections: readonly PageSection[], more: Partial<PageInput> = {}) =>
  reviewPage({
    title: '申报表改了什么',
    summary: ['本年度项目金额增加 120,000.00 元'],
    sections,
    words: pageWords,
    date: new Date(Date.UTC(2026, 10, 27)),
    language: 'zh',
    ...more,
  });

const forms = (before: Composed | null, after: Composed | null): PageForms => ({ before, after, toAfter: (at) => at });

let sample: string;
let three: string;
beforeAll(async () => {
  const changes: PageSection['changes'] = [
    {
      kind: '改动',
      label: '质量指标“活动完成合格率” › 指标值',
      runs: [
        { text: '≥90%', mark: 'deleted' },
        { text: '≥85%', mark: 'inserted' },
      ],
      note: '放宽',
      tone: 'bad',
    },
  ];
  const own = section(await printForms(sampleText, changedText), { changes, notes: ['合计与金额不符'] });
  const gansu = await printForms(gansuText, gansuWith('预算申报数: 20万元', '预算申报数: 22万元'));
  const added = { before: null, after: (await print(changedText)).form, toAfter: () => null };
  sample = pageOf([own]);
  three = pageOf([own, section(gansu, { heading: '免费开放补助' }), section(added, { heading: '新的项目' })]);
});

describe('the page', () => {
  it('stands alone: no script, no address of anything else, and a policy that forbids both', () => {
    expect(three).not.toMatch(/<script|<link|<img|src=|href="(?!#)|url\(|@import|https?:|javascript:/i);
    expect(three).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    );
  });

  it('says when it was made, in the reader’s language', () => {
    expect(sample).toContain('<html lang="zh-CN">');
    expect(sample).toContain('<time datetime="2026-11-27">2026年11月27日</time>');
    expect(pageOf([], { language: 'en' })).toContain('<html lang="en">');
    expect(pageOf([], { language: 'en' })).toContain('<time datetime="2026-11-27">2026-11-27</time>');
    expect(pageOf([], { date: null })).not.toContain('<time');
  });

  it('lists its declarations where there are several', () => {
    expect(sample).not.toContain('<nav>');
    expect(three).toContain(
      '<ol><li><a href="#d1">区总工会工作经费</a></li><li><a href="#d2">免费开放补助</a></li><li><a href="#d3">新的项目</a></li></ol>',
    );
  });

  it('tells each change in words', () => {
    expect(sample).toContain(
      '<tr class="bad"><td>改动</td><th scope="row">质量指标“活动完成合格率” › 指标值</th>' +
        '<td><del>≥90%</del><ins>≥85%</ins></td><td>放宽</td></tr>',
    );
  });

  it('goes without a form that cannot be printed', () => {
    const page = pageOf([section(null, { notes: ['修改前的文件读不出来'] })]);
    expect(page).toContain('<li>修改前的文件读不出来</li>');
    expect(page).not.toContain('<div class="forms');
    expect(page).not.toContain('<input');
  });

  it('shows two forms in their own looks, whatever their styles are called', () => {
    const { grid, theme } = formOf('甲');
    const other = { ...theme, styles: { ...theme.styles, text: { ...theme.styles.head, size: 33 } } } as typeof theme;
    const page = pageOf([section(forms({ grid, theme }, { grid, theme: other }))]);
    expect(page).toContain('.t0s0{font-family:"Noto Serif SC", SimSun, serif;font-size:10.5pt');
    expect(page).toContain('.t1s0{font-family:"Noto Serif SC", SimHei, sans-serif;font-size:33pt');
    expect(page).toContain('<td class="t0s0 old" data-field="/a">甲</td><td class="t1s0 new" data-field="/a">甲</td>');
  });
});

describe.skipIf(missing('chromium'))('in a browser', () => {
  /** The fields of the cells whose background says that something in them changed. */
  const tinted = `[...document.querySelectorAll('.sides td')]
    .filter((cell) => ['rgb(255, 243, 242)', 'rgb(241, 250, 244)'].includes(window.getComputedStyle(cell).backgroundColor))
    .map((cell) => (cell.matches('.old') ? '- ' : '+ ') + cell.dataset.field + ' ' + cell.textContent.slice(0, 12))`;

  it('the cells are tinted that changed, and no others', async () => {
    expect(await measured<string[]>(sample, 1440, tinted)).toMatchInlineSnapshot(`
      [
        "- /本年度项目金额 2,425,500.00",
        "+ /本年度项目金额 2,545,500.00",
        "- /政策依据 11.关于做好2024年",
        "+ /测算依据 5.职工运动会（13.5",
        "+ /测算依据 11.暑期托管班（12万",
        "+ /测算依据 16.书籍采购（1万）",
        "- /测算依据 17.集体协商赛前模拟训",
        "- /测算依据 18.书籍采购（1万）",
        "- /年度目标 通过深入学习宣传贯彻习近",
        "+ /年度目标 通过深入学习宣传贯彻习近",
        "- /绩效指标/产出指标/质量指标/0/指标值 ≥90%",
        "+ /绩效指标/产出指标/质量指标/0/指标值 ≥85%",
        "- /绩效指标/效益指标/经济效益指标/0/名称 不适用",
        "- /绩效指标/效益指标/经济效益指标/0/指标值 不适用",
        "- /绩效指标/效益指标/经济效益指标/0/解释 不适用",
        "+ /绩效指标/效益指标/经济效益指标/0/名称 带动合作区体育消费",
        "+ /绩效指标/效益指标/经济效益指标/0/指标值 ≥30万元",
        "+ /绩效指标/效益指标/经济效益指标/0/解释 反映职工运动会对合作区体",
      ]
    `);
  });

  it.each([
    375, 768, 1024, 1440,
  ])('nothing runs out of a window of %i pixels, and no text out of its cell', async (width) => {
    const long = formOf(`${'a'.repeat(500)}\n${'1'.repeat(500)}\n${'，'.repeat(500)}`);
    const wide = pageOf([section(forms(formOf('甲'), long), { heading: 'h'.repeat(300), notes: ['n'.repeat(300)] })]);
    for (const page of [three, wide]) {
      const [across, clipped] = await measured<[number, string[]]>(
        page,
        width,
        `[
          document.documentElement.scrollWidth,
          [...document.querySelectorAll('th,td')]
            .filter((cell) => cell.scrollWidth > cell.clientWidth + 1 || cell.scrollHeight > cell.clientHeight + 1)
            .map((cell) => cell.textContent),
        ]`,
      );
      expect(across).toBeLessThanOrEqual(width);
      expect(clipped).toEqual([]);
    }
  });

  it('on a wide screen both sides of a row are as high, and meet in the middle', async () => {
    const uneven = await measured<number[]>(
      sample,
      1440,
      `[...document.querySelectorAll('.sides')].map((table) => {
        const { left, width } = table.getBoundingClientRect();
        return Math.abs(table.querySelector('.new').getBoundingClientRect().left - left - width / 2);
      })`,
    );
    expect(Math.max(...uneven)).toBeLessThan(4);
  });

  it('on a phone rows that stayed are shown once, and of those that changed the old one stands above the new one', async () => {
    const [shown, order] = await measured<[string[], boolean[]]>(
      sample,
      375,
      `[
        [...document.querySelectorAll('tr.same > .old')].filter((cell) => cell.offsetHeight > 0).map((cell) => cell.textContent),
        [...document.querySelectorAll('tr.changed')].map((row) => {
          const [old, young] = [row.querySelector('.old:not(.gap)'), row.querySelector('.new:not(.gap)')];
          return !old || !young || old.getBoundingClientRect().bottom <= young.getBoundingClientRect().top + 1;
        }),
      ]`,
    );
    expect(shown).toEqual([]);
    expect(order.length).toBeGreaterThan(8);
    expect(order).not.toContain(false);
  });

  it('shows what changed alone where that is asked for, with the labels over it', async () => {
    const rows = await measured<string[]>(
      sample,
      1440,
      `(() => {
        document.querySelector('.only input').checked = true;
        return [...document.querySelectorAll('.sides tr')].filter((row) => row.offsetHeight > 0)
          .map((row) => [...row.querySelectorAll('.new')].map((cell) => cell.textContent.slice(0, 10)).join('|'));
      })()`,
    );
    expect(rows).toMatchInlineSnapshot(`
      [
        "项目总金额（中期规划|14,531,000|本年度项目金额（元）|2,545,500.",
        "政策依据：",
        "",
        "测算依据：",
        "5.职工运动会（13",
        "11.暑期托管班（1",
        "16.书籍采购（1万",
        "",
        "",
        "年度目标：",
        "通过深入学习宣传贯彻",
        "一级指标|二级指标|三级指标|指标值|指标解释",
        "产出指标|*质量指标|活动完成合格率|≥85%|考察能否完成活动原定",
        "效益指标|经济效益指标|带动合作区体育消费|≥30万元|反映职工运动会对合作",
      ]
    `);
  });

  it('hostile texts stay text, wherever they come from', async () => {
    const hostile = '"></td></main><script>x</script><h1>x</h1><!--';
    const shown = `'${hostile}`;
    const words = Object.fromEntries(
      Object.entries(pageWords).map(([key, word]) => [key, typeof word === 'string' ? shown : word]),
    ) as unknown as typeof pageWords;
    const one = form(table([row(label(shown), value(`/${shown}`, shown))], 0));
    const two = form(table([row(label(shown), value(`/${shown}`, `${shown}！`))], 0));
    const change = {
      kind: shown,
      label: shown,
      runs: [{ text: shown, mark: 'inserted' }],
      note: shown,
      tone: 'plain',
    } as const;
    const sections = [forms(one, two), forms(null, two), forms(two, null)].map((each) =>
      section(each, { heading: shown, notes: [shown], changes: [change] }),
    );
    const dom = await loadedDom(pageOf(sections, { title: shown, summary: [shown], words }));
    expect(dom.match(/<h1/g)).toHaveLength(1);
    expect(dom.match(/<h2/g)).toHaveLength(4);
    expect(dom).not.toContain('<script');
    expect(dom.match(/<main/g)).toHaveLength(1);
    expect(dom.match(/<section/g)).toHaveLength(3);
  });

  it('texts stand out from what is behind them (WCAG AA: 4.5 to 1)', async () => {
    const contrasts = `(() => {
      const luminance = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number).map((c) => c / 255)
        .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
        .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
      const behind = (element) => {
        const colour = window.getComputedStyle(element).backgroundColor;
        return colour === 'rgba(0, 0, 0, 0)' && element.parentElement ? behind(element.parentElement) : colour;
      };
      return [...document.querySelectorAll('h1,h2,th,td,ins,del,b,a,li,time')].map((element) => {
        const [a, b] = [luminance(window.getComputedStyle(element).color), luminance(behind(element))];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      });
    })()`;
    for (const width of [375, 1440]) {
      expect(Math.min(...(await measured<number[]>(three, width, contrasts)))).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe.skipIf(missing('chromium', 'pdftotext', 'pdfinfo'))('in print', () => {
  let pages: readonly string[];
  let info: string;
  beforeAll(async () => {
    const pdf = await printedPdf(three);
    info = runProgram('pdfinfo', ['-'], pdf);
    pages = runProgram('pdftotext', ['-layout', '-enc', 'UTF-8', '-', '-'], pdf).split('\f').slice(0, -1);
  });

  it('is on A4 landscape, its pages numbered', () => {
    expect(info).toMatch(/Page size:\s+84[12]\.\d+ x 59[45]\.\d+ pts \(A4\)/);
    expect(pages.map((page) => page.trim().split('\n').at(-1)?.replaceAll(' ', ''))).toEqual(
      pages.map((_, at) => `第${at + 1}页共${pages.length}页`),
    );
  });

  it('says on every page of two forms which side is which', () => {
    const two = pages.slice(1).filter((page) => !page.includes('新增的申报表') && !page.includes('经办人'));
    expect(two.length).toBeGreaterThan(3);
    for (const page of two) expect(page).toMatch(/修改前.*修改后/);
  });

  it('begins each declaration on a page of its own', () => {
    const first = pages.map((page) => page.trim().split('\n')[0]?.trim());
    expect(first).toEqual(expect.arrayContaining(['免费开放补助', '新的项目']));
  });

  it('ends with lines to sign on', () => {
    expect(pages.at(-1)).toMatch(/经办人\s+审核人\s+负责人\s+日期/);
  });

  it('repeats the heads of columns where a table goes on', async () => {
    const rows = Array.from({ length: 60 }, (_, at) =>
      row(value(`/l/${at}/x`, `第${at}行`), value(`/l/${at}/y`, '考察')),
    );
    const long = form(table([row(label('三级指标'), label('指标解释')), ...rows], 1));
    const pdf = await printedPdf(pageOf([section(forms(long, long))]));
    const read = runProgram('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], pdf).split('\f').slice(0, -1);
    expect(read.length).toBeGreaterThan(1);
    for (const page of read.filter((one) => one.includes('行'))) expect(page.match(/三级指标/g)).toHaveLength(2);
  });
});
