// What the journeys of the deciding bodies share: filling in a form, giving an act, beginning at the window.
import { assert } from "./lib.mjs";
import { fill, press } from "./hands.mjs";

async function give(page, fields, what) {
  await fill(page, fields);
  // First what would follow; then it is done.
  await press(page.getByRole("button", { name: "先看办了会怎样" }));
  await page.locator("#errors, main .note[role=status]").first().waitFor();
  assert.deepEqual(await page.locator("#errors li").allInnerTexts(), [], what);
  await press(page.locator("main form .btns .btn").first());
  await page.getByText("已办好：").or(page.locator("#errors")).first().waitFor();
  assert.deepEqual(await page.locator("#errors li").allInnerTexts(), [], what);
}

// An act of the dispute that is open, which may stand behind 其他可以办的.
export async function act(page, name, fields) {
  const link = page.getByRole("link", { name, exact: true });
  if (!(await link.isVisible())) await press(page.getByText("其他可以办的").first());
  await press(link);
  await page.getByRole("heading", { name, exact: true }).waitFor();
  await give(page, fields, name);
}

// Something begins at the window, from the list where its button stands; the dispute is open afterwards.
export async function begin(page, list, name, fields) {
  await page.goto(list);
  await press(page.getByRole("link", { name, exact: true }));
  await page.getByRole("heading", { name, exact: true }).waitFor();
  await give(page, fields, name);
  return new URL(page.url()).pathname.split("/").at(-1);
}
