// The list of a deciding body, its forms at the window, a case and everything that can be done with it, in every size.
// NAME: of the office in the pictures; LIST: its list.
import { SIZES, done, elder, login, look, somebody } from "./lib.mjs";

const { NAME, LIST } = process.env;
const unsure = new Set();
const seen = new Set();
const pages = [];

for (const [size, { viewport, elder: large }] of Object.entries(SIZES)) {
  const page = await somebody({ viewport });
  pages.push(page);
  await page.goto("/login");
  if (large) await elder(page);
  await login(page);
  const at = async (name) => {
    seen.add(name);
    (await look(page, `${NAME}-${name}`, size)).forEach((rule) => unsure.add(`${name}: ${rule}`));
  };
  await page.goto(LIST);
  await at("list");
  const begins = await page.locator("main .btns a.btn").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  for (const path of begins) {
    await page.goto(path);
    await at(`begin-${path.split("/").at(-1)}`);
    await page.locator("main form .btns .btn").first().click();
    await page.locator("#errors").waitFor();
    await at(`begin-${path.split("/").at(-1)}-wrong`);
  }
  await page.goto(`${LIST}?show=ended&year=all`);
  await at("ended");
  await page.goto(LIST);
  await page.goto(await page.locator("[data-row] a[data-go]").first().getAttribute("href"));
  await at("case");
  const acts = await page.locator("main .btns a.btn").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  for (const path of acts) {
    await page.goto(path);
    await at(`act-${path.split("/").at(-1)}`);
  }
}

await done({ unsure: [...unsure], seen: [...seen] }, ...pages);
