// The day of the hearing: heard, mediated in vain, awarded from the claims as they stand, and served.
import { assert, done, login, picture, somebody, SIZES } from "./lib.mjs";
import { act } from "./deciding.mjs";

const { TODAY, DISPUTE } = process.env;
const page = await somebody({ viewport: SIZES.wide.viewport });
await login(page);
await page.goto(`/disputes/${DISPUTE}`);
await act(page, "记录开庭", { on: TODAY });
await act(page, "记录裁决前调解", { on: TODAY });
// The next step stands first among what can be done.
await page.locator("main .btns a.btn").first().getByText("作出裁决").click();
assert.equal(await page.locator('[name="items.0.amount"]').inputValue(), "9000.00", "what was claimed stands there");
assert.equal(await page.locator('[name="items.1.kind"]').inputValue(), "relation");
await picture(page, "journey-arbitration-award-wide");
await page.goBack();
await act(page, "作出裁决", {
  "items.0.finding": "granted",
  "items.1.finding": "granted",
  minimum_wage: "2050",
  minimum_wage_year: TODAY.slice(0, 4),
  minimum_wage_source: "宁人社发〔2024〕1号",
  on: TODAY,
});
for (const paper of ["final", "non_final"])
  for (const party of ["1", "2"]) await act(page, "登记文书签收", { paper, party, on: TODAY });
await picture(page, "journey-arbitration-served-wide");
await page.goto("/arbitration");
await page.getByRole("heading", { name: /已裁决 1/ }).waitFor();
await done(null, page);
