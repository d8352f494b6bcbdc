// A walk through all pages of a file, without a map: the map grows with every press.
import { createHash } from 'node:crypto';

const MOST_PRESSES = 3000;
const MOST_VIEWS = 400;
const MOST_CONTROLS = 60;

export class Walk {
  /** `judge` is called once on each view that was not seen before. */
  constructor(visit, judge) {
    this.visit = visit;
    this.judge = judge;
    this.places = new Map(); // place → its controls, each with the place it led to, once that is known
    this.around = new Set(); // labels of the controls around the pages that were pressed, on whichever page
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
      const controls = this.places.get(place);
      const unseen = controls.findIndex(({ to, inside, label }) => to === undefined && (inside || !this.around.has(label)));
      if (unseen >= 0) return first ?? unseen;
      controls.forEach(({ to: target }, index) => {
        if (target !== undefined && !met.has(target)) {
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
    const { page, controls } = await this.visit.look();
    const { label = '?', inside } = controls[index] ?? {};
    if (!inside) this.around.add(label);
    const pressed = await this.visit.press(index);
    if (!pressed) this.visit.fail(`press: \`${label}\` cannot be pressed${page && ` on page ${page}`}`);
    const next = pressed ? await this.arrive(`the view after \`${label}\``) : here;
    // The place may have been looked at again meanwhile, so the control is found by its label.
    const taken = this.places.get(here).find((control) => control.label === label && control.inside === inside && control.to === undefined);
    if (taken) taken.to = next;
    return next;
  }

  /** Looks around: judges the view if it is new, and puts the place on the map. */
  async arrive(where) {
    const { page, controls: shown, text, focused } = await this.visit.look();
    if (page) this.pages.add(page);
    const view = digest([page, text, ...shown.map((control) => control.label)]);
    if (!this.views.has(view) && this.views.size < MOST_VIEWS) {
      this.views.add(view);
      if (this.presses > 0 && !focused) this.visit.fail(`focus: it is lost in ${where}`);
      await this.judge(page ? `page ${page}` : where);
    }
    // Filling in the fields may let a person press more.
    await this.visit.fill();
    const { controls } = await this.visit.look();
    // A marked page is one place whatever its text says; its own controls tell apart what it lets a person do.
    const place = page ? `${page} ${digest(controls.filter((control) => control.inside).map((control) => control.label))}` : view;
    const before = this.places.get(place) ?? [];
    // What stands around the page may have changed since: what was pressed stays known by its label.
    const known = controls.slice(0, MOST_CONTROLS).map((control) => ({ ...control, to: before.find((one) => one.label === control.label && one.inside === control.inside)?.to }));
    this.places.set(place, known);
    return place;
  }
}

function digest(texts) {
  return createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 16);
}
