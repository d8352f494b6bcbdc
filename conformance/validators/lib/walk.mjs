// A walk through all pages of a file, without a map: the map grows with every press.
import { createHash } from 'node:crypto';

const MOST_PRESSES = 600;
const MOST_VIEWS = 200;
const MOST_CONTROLS = 60;

export class Walk {
  /** `judge` is called once on each view that was not seen before. */
  constructor(visit, judge) {
    this.visit = visit;
    this.judge = judge;
    this.places = new Map(); // place → for each control, the place it led to, or undefined
    this.views = new Set();
    this.pages = new Set();
    this.presses = 0;
  }

  async run() {
    let here = await this.arrive('the first view');
    let fresh = true;
    while (this.presses < MOST_PRESSES) {
      const index = this.wayToNews(here);
      if (index !== undefined) {
        here = await this.press(here, index);
        fresh = false;
      } else if (fresh) {
        return;
      } else {
        await this.visit.open();
        here = await this.arrive('the first view');
        fresh = true;
      }
    }
  }

  /** The first press of the shortest way over known presses to a control that was never pressed. */
  wayToNews(from) {
    const queue = [{ place: from, first: undefined }];
    const met = new Set([from]);
    for (const { place, first } of queue) {
      const controls = this.places.get(place) ?? [];
      const unseen = controls.findIndex((target) => target === undefined);
      if (unseen >= 0) return first ?? unseen;
      controls.forEach((target, index) => {
        if (!met.has(target)) {
          met.add(target);
          queue.push({ place: target, first: first ?? index });
        }
      });
    }
    return undefined;
  }

  /** Presses a control, notes where that led, and says so. */
  async press(here, index) {
    this.presses++;
    await this.visit.fill();
    const { page, labels } = await this.visit.look();
    const label = (labels[index] ?? '?').trim();
    const pressed = await this.visit.press(index);
    if (!pressed) this.visit.fail(`press: \`${label}\` cannot be pressed${page && ` on page ${page}`}`);
    const next = pressed ? await this.arrive(`the view after \`${label}\``) : here;
    this.places.get(here)[index] = next;
    return next;
  }

  /** Looks around: judges the view if it is new, and puts the place on the map. */
  async arrive(where) {
    const { page, labels, text, focused } = await this.visit.look();
    if (page) this.pages.add(page);
    const view = createHash('sha256').update(`${page}\n${text}`).digest('hex');
    if (!this.views.has(view) && this.views.size < MOST_VIEWS) {
      this.views.add(view);
      if (this.presses > 0 && !focused) this.visit.fail(`focus: it is lost in ${where}`);
      await this.judge(page ? `page ${page}` : where);
    }
    // A marked page is one place whatever its text says; the controls tell apart what it lets a person do.
    const place = `${page || view} ${createHash('sha256').update(labels.join('\n')).digest('hex').slice(0, 8)}`;
    if (!this.places.has(place)) this.places.set(place, new Array(Math.min(labels.length, MOST_CONTROLS)).fill(undefined));
    return place;
  }
}
