// The mediator and a party, each in a browser of their own: they talk, the mediator drafts, the party confirms, the
// text is changed and the confirmation falls away on both screens, both confirm the new one. DISPUTE, CODE: which.
import { SIZES, assert, done, elder, login, look, picture, somebody } from "./lib.mjs";

const room = `/disputes/${process.env.DISPUTE}/room`;
const unsure = new Set();
const looked = async (page, name, size) => (await look(page, name, size)).forEach((rule) => unsure.add(`${name}: ${rule}`));

const mediator = await somebody({ viewport: SIZES.wide.viewport });
await login(mediator);
await mediator.goto(`/disputes/${process.env.DISPUTE}`);
await mediator.getByRole("link", { name: "进入调解室" }).click();
await mediator.getByRole("heading", { name: "调解室", exact: true }).waitFor();

const party = await somebody({ viewport: SIZES.phone.viewport });
await party.goto("/citizen");
await party.getByRole("link", { name: "进入调解室" }).click();
await looked(party, "room-door", "phone");
const come = async (page, digits) => {
  await page.getByLabel("查询码").fill(process.env.CODE);
  await page.getByLabel("手机号后四位").fill(digits);
  await page.getByRole("button", { name: "进入" }).click();
};
await come(party, "9999");
await party.locator("#errors").waitFor();
await looked(party, "room-door-wrong", "phone");
await come(party, "0001");
await party.getByText("还没有协议").waitFor();

// What is said comes to the other side by itself, and takes neither focus nor place away from who is typing.
const saying = mediator.locator("#text");
await saying.fill("明天一起去量");
await saying.evaluate((field) => field.setSelectionRange(2, 2));
const before = await mediator.evaluate(() => window.scrollY);
await party.getByLabel("您想说什么").fill("上次量的不对，当时我不在");
await party.getByRole("button", { name: "发出去" }).click();
await mediator.locator("#lines").getByText("上次量的不对").waitFor();
assert.equal(await mediator.evaluate(() => document.activeElement?.id), "text", "the focus stays");
assert.equal(await saying.evaluate((field) => field.selectionStart), 2, "and so does the cursor");
assert.equal(await mediator.evaluate(() => window.scrollY), before, "and the page");
assert.equal(await saying.inputValue(), "明天一起去量");
await mediator.getByRole("button", { name: "发给双方" }).click();
await party.locator("#lines").getByText("明天一起去量").waitFor();
await mediator.locator("#lines").getByText("明天一起去量").waitFor();
assert.equal(await saying.inputValue(), "", "what has arrived stands no more in the field");
await saying.fill("她愿意让到八百");
await mediator.getByRole("button", { name: "只记给自己看" }).click();
await mediator.locator("#lines").getByText("她愿意让到八百").waitFor();

// A line that is lost on the way stays in the field.
await mediator.context().setOffline(true);
await saying.fill("网断了也不丢");
await mediator.getByRole("button", { name: "发给双方" }).click();
await mediator.getByText("没有发出去").first().waitFor();
assert.equal(await saying.inputValue(), "网断了也不丢");
await mediator.context().setOffline(false);
await mediator.getByRole("button", { name: "发给双方" }).click();
await party.locator("#lines").getByText("网断了也不丢").waitFor();
assert.equal(await party.getByText("八百").count(), 0, "a note is the mediator's own");
await picture(mediator, "journey-room-wide");

// The agreement: two terms, checked as they are typed, kept as they are typed.
await mediator.goto(`/disputes/${process.env.DISPUTE}/agreement`);
const term = async (no, { who, whom, what, amount = "", place = "" }) => {
  await mediator.locator(`#obligor-${no}`).selectOption({ label: who });
  await mediator.locator(`#obligee-${no}`).selectOption({ label: whom });
  await mediator.locator(`#what-${no}`).fill(what);
  await mediator.locator(`#amount-${no}`).fill(amount);
  await mediator.locator(`#due-${no}`).fill("2026-04-10");
  await mediator.locator(`#place-${no}`).fill(place);
};
await mediator.getByLabel("事实和争议的焦点").fill("界桩被移动，两家为浇水争执");
await term(1, { who: "王秀英", whom: "马建国", what: "尽快恢复界桩" });
await mediator.locator("#checks").getByText("“尽快”不是期限").waitFor();
assert.equal(await mediator.evaluate(() => document.activeElement?.id), "place-1", "checks move no focus");
await looked(mediator, "agreement-checks", "wide");
await mediator.getByText("已自动保存").waitFor();
await mediator.reload();
await mediator.getByText("没有写完").waitFor();
assert.equal(await mediator.locator("#what-1").inputValue(), "尽快恢复界桩", "what was typed is there");
await term(1, { who: "王秀英", whom: "马建国", what: "恢复界桩", place: "两家地界" });
await mediator.getByRole("button", { name: "再加一项" }).click();
await mediator.locator("#obligor-2").waitFor();
assert.equal(await mediator.evaluate(() => document.activeElement?.id), "obligor-2");
await term(2, { who: "马建国", whom: "王秀英", what: "补偿玉米苗", amount: "800" });
await mediator.getByRole("button", { name: "检查能不能执行" }).click();
await mediator.locator("#checks").getByText("大写捌佰元整").waitFor();
await mediator.getByRole("button", { name: "交双方核对" }).click();
await mediator.getByText("已经交给双方核对").waitFor();

// The party hears of it, and confirms exactly this text.
await party.locator("#news").getByText("调解室有新变化").waitFor();
await party.getByRole("link", { name: "显示" }).click();
await party.getByText("第1稿").waitFor();
const code = async (page) => (await page.locator("#agreement b.nb").first().innerText()).trim();
assert.equal(await code(party), await code(mediator), "both read the same text");
await looked(party, "room-text", "phone");
await party.getByRole("button", { name: "我同意，确认这一稿" }).click();
await party.getByText("您已经确认这一稿").waitFor();
await mediator.locator("#news").getByText("确认协议文本").waitFor();
await mediator.getByRole("link", { name: "显示" }).click();
await mediator.locator("#agreement").getByText("已确认这一稿").waitFor();

// A change makes it void, on both screens.
await mediator.getByRole("link", { name: "修改协议" }).click();
await mediator.getByText("已经确认了现在这一稿").waitFor();
await mediator.locator("#amount-2").fill("900");
await mediator.getByRole("button", { name: "交双方核对" }).click();
await mediator.locator("#agreement").getByText("原来的确认作废").waitFor();
await mediator.getByText("这一稿改了什么").click();
await looked(mediator, "room-changed", "wide");
await party.reload();
await party.getByText("您以前的确认已经作废").waitFor();
await looked(party, "room-void", "phone");
await party.getByRole("button", { name: "我同意，确认这一稿" }).click();
await party.getByText("您已经确认这一稿").waitFor();
await mediator.goto(room);
await mediator.getByRole("button", { name: "王秀英当面确认这一稿" }).click();
await mediator.getByText("已经记录确认").waitFor();
assert.equal(await mediator.locator("#agreement").getByText("已确认这一稿").count(), 2);

// Every size.
for (const [size, { viewport, elder: large }] of Object.entries(SIZES)) {
  for (const [page, name, path] of [[mediator, "room", room], [mediator, "agreement", `/disputes/${process.env.DISPUTE}/agreement`], [party, "room-party", "/citizen/room"]]) {
    await page.setViewportSize(viewport);
    await page.goto(path);
    if (large && !(await page.locator("html.elder").count())) {
      await elder(page);
      await page.goto(path);
    }
    await looked(page, name, size);
  }
}
await done({ unsure: [...unsure] }, mediator, party);
