// A petitioner comes to the office: registered, sorted by article 31 beside what she said, forwarded, accepted, answered.
import { done, login, picture, somebody, SIZES } from "./lib.mjs";
import { act, begin } from "./deciding.mjs";

const { TODAY, UNIT } = process.env;
const page = await somebody({ viewport: SIZES.wide.viewport });
await login(page);
await begin(page, "/petitions", "登记信访事项", {
  form: "visit",
  "applicants.0.name": "马建国",
  "applicants.0.phone": "13995170001",
  "others.0.name": "贺兰某养殖公司",
  matter: "claim",
  kind: "environment",
  place: "640122101203",
  summary: "养殖场的臭味几个月没有人管，反映过两次没有答复",
  earlier: "none",
  number: "信2026-1",
  on: TODAY,
});
await page.getByRole("link", { name: "依法分类" }).click();
await page.getByText("养殖场的臭味几个月没有人管").waitFor();
await picture(page, "journey-petition-classify-wide");
await page.goBack();
await act(page, "依法分类", { branch: "opinion", on: TODAY });
await act(page, "转送、交办", { unit: UNIT, on: TODAY });
await act(page, "登记对方收到", { on: TODAY });
await act(page, "书面告知信访人", { on: TODAY });
await act(page, "受理", { on: TODAY });
await act(page, "出具处理意见书", { verdict: "supported", on: TODAY });
await act(page, "登记书面答复送达", { on: TODAY });
await picture(page, "journey-petition-answered-wide");
await page.goto("/petitions");
await page.getByRole("heading", { name: /答复、复查、复核 1/ }).waitFor();
await picture(page, "journey-petition-list-wide");
await done(null, page);
