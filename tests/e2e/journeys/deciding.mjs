// What the journeys of the deciding bodies share: filling in a form, giving an act, beginning at the window.
import { assert } from "./lib.mjs";

// By the name of each field: text, a day, one of a list, a box. What has several values is a list of them.
export async function fill(page, fields) {
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      const choice = page.locator(`main input[name="${name}"][value="${one}"]:is([type=radio],[type=checkbox])`);
      if (await choice.count()) {
        await choice.check();
        continue;
      }
      const field = page.locator(`main [name="${name}"]`);
      if ((await field.evaluate((at) => at.tagName)) === "SELECT") await field.selectOption(one);
      else await field.fill(one);
    }
  }
}

async function give(page, fields, what) {
  await fill(page, fields);
  // First what would follow; then it is done.
  await page.getByRole("button", { name: "先看办了会怎样" }).click();
  await page.locator("#errors, main .note[role=status]").first().waitFor();
  assert.deepEqual(await page.locator("#errors li").allInnerTexts(), [], what);
  await page.locator("main form .btns .btn").first().click();
  await page.getByText("已办好：").or(page.locator("#errors")).first().waitFor();
  assert.deepEqual(await page.locator("#errors li").allInnerTexts(), [], what);
}

// An act of the dispute that is open, which may stand behind 其他可以办的.
export async function act(page, name, fields) {
  const link = page.getByRole("link", { name, exact: true });
  if (!(await link.isVisible())) await page.getByText("其他可以办的").first().click();
  await link.click();
  await page.getByRole("heading", { name, exact: true }).waitFor();
  await give(page, fields, name);
}

// Something begins at the window, from the list where its button stands; the dispute is open afterwards.
export async function begin(page, list, name, fields) {
  await page.goto(list);
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { name, exact: true }).waitFor();
  await give(page, fields, name);
  return new URL(page.url()).pathname.split("/").at(-1);
}
