// The county's centre plans a screening; a grid worker of a township signs "none found" on a telephone (TOWN); the head
// acts on the warning that a finding has become.
import { SIZES, done, login, picture, somebody } from "./lib.mjs";
import { screening, signal } from "./patrol-lib.mjs";

const head = await somebody({ viewport: SIZES.wide.viewport });
await login(head, "head");
const at = await screening(head, "640122101.centre");

const grid = await somebody({ viewport: SIZES.phone.viewport, pages: process.env.TOWN });
await login(grid, "head");
await grid.getByRole("link", { name: "排查预警" }).click();
await grid.getByText("本单位还没有报").waitFor();
await picture(grid, "journey-patrol-phone");
await grid.getByRole("link", { name: /打开/ }).click();
await grid.getByRole("link", { name: "签字：没有发现" }).click();
await grid.getByLabel("第1轮").check();
await grid.locator("main form .btns .btn").first().click();
await grid.getByText("已办好：签字：没有发现").waitFor();

await signal(head, at);
await head.getByText("签字：没有发现").first().waitFor();
await picture(head, "journey-screening-wide");
await head.goto("/patrol");
await head.getByRole("link", { name: /去处置/ }).click();
await head.getByText("哪些信号").waitFor();
await head.getByRole("link", { name: "记录首次接触" }).click();
await head.locator("main form .btns .btn").first().click();
await head.getByText("已办好：记录首次接触").waitFor();
await picture(head, "journey-risk-wide");
await done(null, head, grid);
