// What every journey shares: a browser, pages in a size, pictures, the rules of accessibility.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import { chromium } from "playwright-core";
import { press, type } from "./hands.mjs";

export { assert };
export const PAGES = process.env.PAGES;

// The sizes in which everything is looked at.
export const SIZES = {
  wide: { viewport: { width: 1280, height: 900 }, elder: false },
  phone: { viewport: { width: 375, height: 740 }, elder: false },
  elder: { viewport: { width: 375, height: 740 }, elder: true },
};

const flags = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
export const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: flags });

// A browser of somebody: nobody else's cookies.
// `keys`: they have no mouse.
export async function somebody({ viewport = SIZES.phone.viewport, javaScriptEnabled = true, pages = PAGES, keys = false } = {}) {
  const context = await browser.newContext({ baseURL: pages, viewport, javaScriptEnabled, locale: "zh-CN" });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  page.faults = [];
  page.keys = keys;
  page.on("response", (response) => {
    if (response.status() >= 500) page.faults.push(`${response.status()} ${response.url()}`);
    if (response.request().resourceType() !== "document" || !response.url().startsWith(pages)) return;
    const policy = response.headers()["content-security-policy"] ?? "";
    if (!/script-src 'self'/.test(policy) || /unsafe-inline|unsafe-eval/.test(policy)) {
      page.faults.push(`a policy that lets everything in: ${response.url()}: ${policy}`);
    }
  });
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("console", (line) => {
    if (line.type() === "error" && /Content Security Policy/.test(line.text())) page.faults.push(line.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(pages)) page.faults.push(`asked another host: ${request.url()}`);
  });
  return page;
}

export async function elder(page) {
  await press(page.getByRole("button", { name: "长辈版" }).or(page.getByRole("button", { name: "大字版" })).first());
  await page.locator("html.elder").waitFor();
}

export async function login(page, who = process.env.LOGIN, password = process.env.PASSWORD) {
  await page.goto("/login");
  await type(page.getByLabel("登录名"), who);
  await type(page.getByLabel("密码"), password);
  await press(page.getByRole("button", { name: "登录" }));
  await page.getByRole("button", { name: "退出" }).waitFor();
}

export async function picture(page, name) {
  mkdirSync(process.env.PICTURES, { recursive: true });
  await page.screenshot({ path: join(process.env.PICTURES, `${name}.png`), fullPage: true });
}

// What no size may show: text that runs out of the window, a target too small to hit, rules of axe that are broken.
export async function look(page, name, size) {
  await picture(page, `${name}-${size}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(wide <= 0, `${name} ${size}: ${wide}px wider than the window`);
  const least = SIZES[size].elder ? 60 : 44;
  const small = await page.evaluate(smallTargets, least);
  assert.deepEqual(small, [], `${name} ${size}: targets lower than ${least}px`);
  if (SIZES[size].elder) {
    const text = await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
    assert.ok(text >= 24, `${name}: ${text}px in elder mode`);
    assert.deepEqual(await page.evaluate(smallText), [], `${name}: text that elders cannot read`);
  }
  const weight = await page.evaluate(weighed);
  assert.ok(weight > 0 && weight <= MOST, `${name} ${size} weighs ${weight} bytes`);
  if (size === "wide" && page.viewportSize().width >= SIZES.wide.viewport.width) await printed(page, name);
  await page.evaluate(axe.source);
  const result = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  const broken = result.violations.map((rule) =>
    `${rule.id}: ${rule.help}\n  ${rule.nodes.map((node) => node.html.slice(0, 200)).join("\n  ")}`);
  assert.deepEqual(broken, [], `${name} ${size}`);
  return result.incomplete.map((rule) => rule.id);
}

// Bytes over the line of a page with its style sheet and script; htmx comes once and is not counted.
const MOST = 30 * 1024;

function weighed() {
  const parts = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const counted = parts.filter((part) => part.entryType === "navigation" || (/\.(css|js)/.test(part.name) && !/htmx/.test(part.name)));
  return counted.reduce((sum, part) => sum + part.encodedBodySize, 0);
}

// On paper a page is two sheets of A4 at the most; a register of more than sixty rows takes one more for each fifty, a form
// of more than six lines one for each twelve.
const SHEETS = 2;

export const sheets = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;

async function printed(page, name) {
  const pdf = await page.pdf({ preferCSSPageSize: true, format: "A4" });
  const count = sheets(pdf);
  const [rows, lines] = [await page.locator("main tbody tr").count(), await page.locator("main .line").count()];
  const most = SHEETS + Math.ceil(Math.max(0, rows - 60) / 50) + Math.ceil(Math.max(0, lines - 6) / 12);
  if (count > most) writeFileSync(join(process.env.PICTURES, `${name}.pdf`), pdf);
  assert.ok(count >= 1 && count <= most, `${name} is ${count} sheets of A4`);
}

// What is smaller than 18px or has lines closer than 1.3 (工信部 适老化); numbers in a drawing are as large as the drawing.
function smallText() {
  const shown = (at) => {
    const box = at.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && !at.closest("svg, .skip, [aria-hidden]");
  };
  const speaks = (at) => [...at.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const small = (at) => {
    const style = getComputedStyle(at);
    const size = parseFloat(style.fontSize);
    const line = style.lineHeight === "normal" ? 1.3 * size : parseFloat(style.lineHeight);
    return size < 18 || (at.matches("p, li, td, dd, dt") && line < 1.3 * size - 0.01);
  };
  return [...document.body.querySelectorAll("*")].filter((at) => speaks(at) && shown(at) && small(at)).map((at) => at.outerHTML.slice(0, 120));
}

// Buttons, fields and links that stand alone; a link within a sentence is as high as its line (WCAG 2.5.8).
function smallTargets(least) {
  const shown = (at) => {
    const box = at.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && !at.closest("[aria-hidden]") && !at.closest(".skip");
  };
  const alone = [...document.querySelectorAll("button, select, textarea, input, .btn, .nav a")].filter(shown);
  const height = (at) => {
    // A box or dot is pressed by its label.
    const label = at.matches("[type=radio], [type=checkbox]") ? at.closest("label") : null;
    return (label ?? at).getBoundingClientRect().height;
  };
  return alone.filter((at) => height(at) < least - 0.5).map((at) => at.outerHTML.slice(0, 120));
}

// Fails when a page broke while it was used, then says what the journey found out.
export async function done(found, ...pages) {
  for (const page of pages) assert.deepEqual(page.faults, []);
  await browser.close();
  console.log(JSON.stringify(found ?? null));
}
