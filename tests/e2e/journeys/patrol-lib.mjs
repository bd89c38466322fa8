// A screening of the county's centre, planned and signed in its pages.
export async function screening(head, town) {
  await head.goto("/patrol");
  await head.getByRole("link", { name: "布置排查" }).click();
  await head.getByLabel("集中排查").check();
  await head.getByLabel("排查什么").fill("节前欠薪");
  await head.getByLabel("哪些单位").fill(`${town}\n640122.centre`);
  await head.getByLabel("排查几轮").fill("1");
  await head.locator("main form .btns .btn").first().click();
  await head.getByText("已办好：布置排查").waitFor();
  await head.getByRole("link", { name: "签发，开始第一轮" }).click();
  await head.locator("main form .btns .btn").first().click();
  await head.getByText("本轮还没有报").waitFor();
  return head.url().split("?")[0];
}

// Ten workers without wages: a signal, and by the county's thresholds a warning.
export async function signal(head, at) {
  await head.goto(at);
  await head.getByRole("link", { name: "报告发现的问题" }).click();
  await head.getByLabel("在哪里").selectOption("640122101");
  await head.getByLabel("什么纠纷").selectOption("labour");
  await head.getByLabel("涉及多少人").fill("10");
  await head.getByLabel("看到了什么").fill("工地停工，工人说三个月没发工资。");
  await head.getByLabel(/只作风险信号/).check();
  await head.locator("main form .btns .btn").first().click();
  await head.getByText("已办好：报告发现的问题").waitFor();
}
