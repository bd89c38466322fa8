// The answers of somebody who files a matter, question by question.
import { pick, press, tick, type } from "./hands.mjs";

export const MATTER = {
  kind: "邻居之间的事",
  place: "640122101203",
  summary: "三月八日起楼上漏水，把我家天花板泡坏了，找过两次他都不管。请他修好，赔天花板的钱。",
  other: "李某某",
  name: "王秀英",
  phone: "139 9517 0001",
};

export const next = (page) => press(page.locator("main").getByRole("button", { name: "下一步" }));

export async function kind(page) {
  await tick(page.getByLabel(MATTER.kind));
  await next(page);
}

export async function place(page) {
  await pick(page.getByLabel("事情在哪里？"), MATTER.place);
  await next(page);
}

export async function summary(page) {
  await type(page.getByLabel("怎么回事，您想怎么解决？"), MATTER.summary);
  await next(page);
}

export async function other(page) {
  await type(page.getByLabel("姓名或者单位名称"), MATTER.other);
  await next(page);
}

export async function you(page) {
  await type(page.getByLabel("您的姓名"), MATTER.name);
  await type(page.getByLabel("您的电话"), MATTER.phone);
  await next(page);
}

// The whole way; answers with the receipt code.
export async function file(page) {
  await page.goto("/citizen/file");
  for (const answer of [kind, place, summary, other, you]) await answer(page);
  await press(page.getByRole("button", { name: "提交", exact: true }));
  return receipt(page);
}

export async function receipt(page) {
  await page.getByRole("heading", { name: "您的事已经收到" }).waitFor();
  return (await page.locator(".code").innerText()).trim();
}
