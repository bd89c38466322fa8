// Every page of the citizens in every size: pictures, the rules of accessibility, the weight. CODE: a matter that was
// filed, with an answered and an open request.
import { SIZES, assert, done, elder, look, somebody } from "./lib.mjs";
import { MATTER, kind, next, other, place, summary, you } from "./matter.mjs";

const MOST = 10 * 1024; // bytes over the line, a page with its style sheet
const unsure = new Set();
const weights = {};
const pages = [];

for (const [size, { viewport, elder: large }] of Object.entries(SIZES)) {
  const page = await somebody({ viewport });
  pages.push(page);
  if (large) {
    await page.goto("/citizen");
    await elder(page);
  }
  const at = async (name) => (await look(page, `citizen-${name}`, size)).forEach((rule) => unsure.add(`${name}: ${rule}`));

  for (const [name, path] of [["home", "/citizen"], ["track", "/citizen/track"], ["answer", "/citizen/answer"], ["box", "/citizen/box"], ["nowhere", "/citizen/nowhere"]]) {
    await page.goto(path);
    await at(name);
  }
  await page.goto("/citizen/box");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await at("box-wrong");
  await page.goto("/citizen/file");
  await at("file-1-kind");
  await next(page);
  await at("file-1-kind-wrong");
  await kind(page);
  await at("file-2-place");
  await next(page);
  await at("file-2-place-wrong");
  await place(page);
  await at("file-3-summary");
  await next(page);
  await at("file-3-summary-wrong");
  await summary(page);
  await at("file-4-other");
  await other(page);
  await at("file-5-you");
  await next(page);
  await at("file-5-you-wrong");
  await you(page);
  await at("file-6-check");

  await page.goto("/citizen/track");
  await page.getByLabel("查询码").fill("O1M7");
  await page.getByRole("button", { name: "查询" }).click();
  await at("track-wrong");
  await page.getByLabel("查询码").fill(process.env.CODE);
  await page.getByLabel("手机号后四位").fill(MATTER.phone.slice(-4));
  await page.getByRole("button", { name: "查询" }).click();
  await page.getByRole("heading", { name: "现在由谁办" }).waitFor();
  await at("dispute");
  await page.goto("/citizen/dispute?fresh=1");
  await at("dispute-fresh");
  for (const about of ["complaint", "suggestion", "withdrawal"]) {
    await page.goto(`/citizen/ask?about=${about}`);
    await at(`ask-${about}`);
  }
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await at("ask-wrong");
}

// The weight as it goes over the line, for a browser that has been nowhere yet.
for (const path of ["/citizen", "/citizen/file", "/citizen/track"]) {
  const page = await somebody();
  pages.push(page);
  const sizes = [];
  page.on("requestfinished", (request) => sizes.push(request.sizes()));
  await page.goto(path, { waitUntil: "networkidle" });
  const bytes = (await Promise.all(sizes)).reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  weights[path] = bytes;
  assert.ok(bytes <= MOST, `${path} weighs ${bytes} bytes`);
}

await done({ unsure: [...unsure], weights }, ...pages);
