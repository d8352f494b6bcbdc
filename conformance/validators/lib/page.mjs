// HTML pages in a browser whose network is cut: every page that can be reached by clicking is visited and judged.
//
// A visitor presses one control after another. Where a page was not left by all its controls yet, it goes on from
// there; else it takes the shortest way it knows to such a page; else it opens the file anew. On each new view:
// axe-core (WCAG 2.2 A and AA) in light and in dark, width at 320 pixels, and whether the focus is still somewhere.
// A prototype marks its pages with `data-page`, whose value or else the element's id names them; all must be reached.
import { accessSync, constants, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { Walk } from './walk.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync', '--disable-component-update',
  '--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND',
];
const AT_ONCE = 2;
export const CONTROLS = 'a[href], button:not([disabled]), [role=button], [role=tab], summary, input[type=submit], input[type=button]';
const FIELDS = `${CONTROLS}, input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]`;

/** One browser for all files, a few files at a time. */
export async function judge(files, options) {
  const browser = await chromium.launch({ executablePath: programOf(options.chromium), args: ARGUMENTS });
  const problems = new Map();
  const waiting = [...files];
  const work = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      problems.set(file, await judgeOne(browser, file).catch((error) => [`browser: ${error.message.split('\n')[0]}`]));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await browser.close();
  return problems;
}

/** Playwright wants a path, not a name. */
function programOf(name) {
  if (name.includes('/')) return name;
  for (const folder of (process.env.PATH ?? '').split(':')) {
    const path = resolve(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch { /* not in this folder */ }
  }
  throw new Error(`there is no program ${name} on the PATH`);
}

async function judgeOne(browser, file) {
  const found = new Set();
  const visit = new Visit(browser, pathToFileURL(resolve(file)).href, (problem) => found.add(problem));
  await visit.open();
  await keyboard(visit);
  const walk = new Walk(visit, (where) => view(visit, where));
  await walk.run();
  if (basename(file) === 'prototype.html') {
    const known = await visit.knownPages();
    const missed = known.filter((page) => !walk.pages.has(page));
    if (known.length === 0) found.add('reach: no page is marked with data-page');
    if (missed.length > 0) found.add(`reach: ${missed.length} of ${known.length} pages were not reached in ${walk.presses} presses: ${missed.slice(0, 8).join(', ')}`);
  }
  await visit.close();
  return [...found];
}

/** Judges what is shown now. */
async function view(visit, where) {
  const { page, fail } = visit;
  if (!(await page.evaluate(() => Boolean(globalThis.axe)))) await page.evaluate(`${AXE};0`);
  const everything = { runOnly: { type: 'tag', values: TAGS } };
  const colours = { runOnly: { type: 'rule', values: ['color-contrast'] } };
  for (const [scheme, rules] of [['light', everything], ['dark', colours]]) {
    await page.emulateMedia({ colorScheme: scheme });
    const report = await page.evaluate((rules) => globalThis.axe.run(document, rules), rules);
    for (const broken of report.violations) fail(`axe ${broken.id} (${scheme}): ${broken.help}: ${broken.nodes[0].target.join(' ')} in ${where}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 320, height: 568 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 0) fail(`width: ${over} px too wide at 320 px in ${where}`);
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** The tab key alone reaches every control of the first view; a group of radio buttons is one stop. */
async function keyboard(visit) {
  const { page, fail } = visit;
  const all = await page.evaluate((fields) => {
    const shown = [...document.querySelectorAll(fields)].filter((element) => element.checkVisibility({ visibilityProperty: true }));
    shown.forEach((element, index) => { element.dataset.stop = element.type === 'radio' ? `group ${element.name}` : `${index}`; });
    return [...new Set(shown.map((element) => element.dataset.stop))];
  }, FIELDS);
  const reached = new Set();
  // A field for a date or a time has several stops of its own.
  for (let press = 0; press < all.length * 6 + 10 && all.some((stop) => !reached.has(stop)); press++) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => document.activeElement?.dataset?.stop));
  }
  const missed = all.filter((stop) => !reached.has(stop));
  if (all.length === 0) fail('keyboard: the first view has no control');
  else if (missed.length > 0) fail(`keyboard: ${missed.length} of ${all.length} controls of the first view are not reached with the tab key`);
  await visit.open();
}

/** One person with one file open; nothing is kept from one opening to the next. */
class Visit {
  constructor(browser, url, fail) {
    Object.assign(this, { browser, url, fail });
  }

  async open() {
    await this.close();
    this.context = await this.browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    const page = await this.context.newPage();
    page.setDefaultTimeout(3000);
    page.on('console', (message) => { if (message.type() === 'error') this.fail(`console: ${message.text().slice(0, 160)}`); });
    page.on('pageerror', (error) => this.fail(`script: ${error.message.slice(0, 160)}`));
    page.on('dialog', (dialog) => { this.fail(`dialog: the page asks with a ${dialog.type()} box`); return dialog.dismiss(); });
    page.on('popup', (popup) => { this.fail('popup: the page opens another window'); return popup.close(); });
    await page.route('**/*', (route) => {
      const target = route.request().url();
      if (target === this.url || target.startsWith('data:') || target.startsWith('blob:')) return route.continue();
      this.fail(`network: the page asks for ${target.slice(0, 120)}`);
      return route.abort();
    });
    await page.goto(this.url, { waitUntil: 'load' });
    this.page = page;
  }

  async close() {
    await this.context?.close();
    this.context = undefined;
  }

  /**
   * What is shown: the page's name where the file gives one, its visible text, and all controls, each with its
   * label and whether it belongs to that page. What stands around the page (a menu, a log that grows) counts only
   * by its controls. A file without marked pages is one page as a whole, on which links to its own parts and what folds
   * them out are pressed once, and not once more in each state of the others.
   */
  look() {
    return this.page.evaluate((selector) => {
      const shown = (element) => element.checkVisibility({ visibilityProperty: true });
      const marked = [...document.querySelectorAll('[data-page]')].filter(shown);
      const pages = marked.length > 0 ? marked : [document.body];
      const belongs = (element) => (marked.length > 0 ? pages.some((page) => page.contains(element)) : !element.matches('summary, a[href^="#"]'));
      const times = {};
      const controls = [...document.querySelectorAll(selector)].filter(shown).map((element) => {
        const text = (element.innerText || element.value || element.getAttribute('aria-label') || '').trim().replace(/\s+/g, ' ');
        const name = `${element.localName} ${text} ${element.getAttribute('href') ?? ''}`.trim();
        times[name] = (times[name] ?? 0) + 1;
        const label = times[name] > 1 ? `${name} (${times[name]})` : name;
        return { label, inside: belongs(element) };
      });
      const text = pages.map((page) => page.innerText.replace(/\d+/g, '0').replace(/\s+/g, ' ').trim()).join('|');
      const open = [...document.querySelectorAll('details')].map((element) => (element.open ? 1 : 0)).join('');
      const focused = document.activeElement !== null && document.activeElement !== document.body;
      return { page: marked.map((element) => element.dataset.page || element.id).join(' '), controls, text: `${text}|${open}`, focused };
    }, CONTROLS);
  }

  /** Gives every empty field a fitting value, as a person would before going on. */
  async fill() {
    await this.page.evaluate(() => {
      const values = { email: 'person@example.invalid', date: '2030-01-15', time: '10:30', 'datetime-local': '2030-01-15T10:30', month: '2030-01', week: '2030-W03', tel: '5550100', url: 'https://example.invalid/', color: '#336699' };
      const tell = (element) => ['input', 'change'].forEach((name) => element.dispatchEvent(new Event(name, { bubbles: true })));
      const seen = new Set();
      for (const element of document.querySelectorAll('input, select, textarea')) {
        if (!element.checkVisibility() || element.disabled || element.readOnly) continue;
        if (element.localName === 'select') {
          const option = [...element.options].findIndex((one) => one.value !== '' && !one.disabled);
          if (element.value === '' && option >= 0) element.selectedIndex = option, tell(element);
        } else if (element.type === 'radio') {
          const chosen = document.querySelector(`input[type=radio][name="${CSS.escape(element.name)}"]:checked`);
          if (!seen.has(element.name) && !chosen) element.checked = true, tell(element);
          seen.add(element.name);
        } else if (element.type === 'checkbox') {
          if (element.required && !element.checked) element.checked = true, tell(element);
        } else if (!['submit', 'button', 'hidden', 'file', 'range', 'image', 'reset'].includes(element.type) && element.value === '') {
          element.value = values[element.type] ?? element.min ?? '';
          if (element.value === '') element.value = element.type === 'number' ? '7' : '1234567';
          tell(element);
        }
      }
    });
  }

  /** Presses a control of the present view; false where it cannot be pressed. */
  async press(index) {
    const control = this.page.locator(CONTROLS).filter({ visible: true }).nth(index);
    // A link that shows itself only when it has the focus is there for the keyboard.
    const forKeyboard = await control.evaluate((element) => {
      const box = element.getBoundingClientRect();
      return box.right + scrollX <= 0 || box.bottom + scrollY <= 0 || box.width <= 1 || box.height <= 1;
    }).catch(() => false);
    const action = forKeyboard ? control.press('Enter', { timeout: 2000 }) : control.click({ timeout: 2000 });
    const pressed = await action.then(() => true, () => false);
    await this.page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); })).catch(() => {});
    return pressed;
  }

  /** The pages that the file says it has: marked elements, or `pages` in a block of JSON. */
  knownPages() {
    return this.page.evaluate(() => {
      const names = new Set([...document.querySelectorAll('[data-page]')].map((element) => element.dataset.page || element.id));
      for (const block of document.querySelectorAll('script[type="application/json"]')) {
        try {
          for (const page of JSON.parse(block.textContent).pages ?? []) names.add(page.id);
        } catch { /* another kind of block */ }
      }
      return [...names];
    });
  }
}
