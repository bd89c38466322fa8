// Every page of the staff that there is, in every size: pictures and the rules of accessibility. A citizen has filed
// and complained before, so that there is something to do.
import { SIZES, done, elder, login, look, somebody } from "./lib.mjs";

const unsure = new Set();
const seen = new Set();
const pages = [];

for (const [size, { viewport, elder: large }] of Object.entries(SIZES)) {
  const page = await somebody({ viewport });
  pages.push(page);
  await page.goto("/login");
  if (large) await elder(page);
  const at = async (name) => {
    seen.add(name);
    (await look(page, `staff-${name}`, size)).forEach((rule) => unsure.add(`${name}: ${rule}`));
  };
  await at("login");
  await page.getByLabel("登录名").fill("nobody");
  await page.getByLabel("密码").fill("wrong");
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByRole("alert").waitFor();
  await at("login-wrong");
  await login(page);
  // The places of the head, as this person has them; what a node does not serve is not there.
  const places = await page.locator(".nav a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  for (const path of ["/", ...places.filter((path) => path !== "/")]) {
    const response = await page.goto(path);
    if (response.status() === 404) continue;
    await at(path === "/" ? "work" : path.slice(1).replaceAll("/", "-"));
  }
  // Every dispute on the list, and every act that it offers.
  await page.goto("/");
  const go = page.locator("[data-row] a[data-go]").first();
  await page.goto(await go.getAttribute("href"));
  await at("dispute");
  const acts = await page.locator("main .btns a.btn").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  for (const path of acts) {
    await page.goto(path);
    await at(`act-${path.split("/").at(-1)}`);
    await page.locator("main form .btns .btn").last().click();
    await page.locator("#errors, main .note[role=status]").first().waitFor();
    await at(`act-${path.split("/").at(-1)}-looked`);
  }
  await page.goto("/register");
  await page.locator("main form .btns .btn").first().click();
  await page.locator("#errors").waitFor();
  await at("register-wrong");
  await page.goto("/search?q=王秀英");
  await at("search-found");
  await page.goto("/nowhere");
  await at("nowhere");
}

await done({ unsure: [...unsure], seen: [...seen] }, ...pages);
