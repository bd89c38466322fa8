// What a person does to a page. Whose page has `keys` has no mouse: Tab, Enter, Space, arrows and letters, nothing else.
import assert from "node:assert/strict";

const MOST = 200; // stops on a page: a page with more is no page for people
const ARROWS = 120;

// Tab until the focus is there.
async function tab(page, there, what) {
  for (let stops = 0; stops < MOST; stops += 1) {
    if (await page.evaluate(there.test, there.given)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`no way to ${what} by Tab`);
}

async function to(target) {
  await target.waitFor();
  const given = await target.elementHandle();
  await tab(target.page(), { test: (at) => at === document.activeElement, given }, String(target));
}

// A link, a button, what opens and closes.
export async function press(target) {
  if (!target.page().keys) return target.click();
  await to(target);
  await target.page().keyboard.press("Enter");
}

// A box, or one of a row of dots.
export async function tick(target) {
  if (!target.page().keys) return target.check();
  if ((await target.getAttribute("type")) === "radio") {
    return choose(target.page(), await target.getAttribute("name"), await target.inputValue());
  }
  await to(target);
  await target.page().keyboard.press("Space");
}

export async function type(target, text) {
  if (!target.page().keys) return target.fill(text);
  if ((await target.inputValue()) === text) return;
  await to(target);
  const { keyboard } = target.page();
  if ((await target.getAttribute("type")) === "date") {
    // The language of the browser says in which order its parts stand.
    const [year, month, day] = text.split("-");
    await keyboard.type(month + day + year);
    if ((await target.inputValue()) !== text) {
      for (let parts = 0; parts < 2; parts += 1) await keyboard.press("Shift+Tab");
      await keyboard.type(year);
      await keyboard.press("Tab");
      await keyboard.type(month + day);
    }
  } else {
    await keyboard.press("Control+A");
    await keyboard.type(text);
  }
  assert.equal(await target.inputValue(), text);
}

// One of a list that opens: arrows go through it while it is shut.
export async function pick(target, wanted) {
  if (!target.page().keys) return target.selectOption(wanted);
  await to(target);
  const { keyboard } = target.page();
  await keyboard.press("Home");
  for (let steps = 0; steps < ARROWS; steps += 1) {
    if ((await target.inputValue()) === wanted) return;
    await keyboard.press("ArrowDown");
  }
  assert.fail(`${target} never has ${wanted}`);
}

// One of a row of dots: one stop of Tab for them all, arrows between them.
async function choose(page, name, wanted) {
  const test = (given) => document.activeElement?.name === given && document.activeElement.type === "radio";
  await tab(page, { test, given: name }, name);
  for (let steps = 0; steps < ARROWS; steps += 1) {
    const now = await page.evaluate((n) => document.querySelector(`main [name="${n}"]:checked`)?.value, name);
    if (now === wanted) return;
    await page.keyboard.press(now === undefined ? "Space" : "ArrowDown");
  }
  assert.fail(`${name} is never ${wanted}`);
}

// The fields of a form by their names: text, a day, one of a list, boxes. What has several values is a list of them.
export async function fill(page, fields) {
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      const choice = page.locator(`main input[name="${name}"][value="${one}"]:is([type=radio],[type=checkbox])`);
      const field = page.locator(`main [name="${name}"]`);
      if (await choice.count()) await tick(choice);
      else if ((await field.evaluate((at) => at.tagName)) === "SELECT") await pick(field, one);
      else await type(field, one);
    }
  }
}
