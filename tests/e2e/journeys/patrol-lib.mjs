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

// Twenty people want to gather: a signal, checked, and by a person's word an orange warning. The page of it.
export async function incident(head) {
  await head.goto("/incidents");
  await head.getByRole("link", { name: "报告突发事件" }).click();
  await head.getByLabel("多人同一诉求").check();
  await head.getByLabel("在哪里").selectOption("640122101");
  await head.getByLabel("多少人").fill("20");
  await head.getByLabel("为了什么事").selectOption("property_management");
  await head.getByLabel("针对谁").fill("某物业公司");
  await head.locator("main form .btns .btn").first().click();
  await head.getByText("已办好：报告突发事件").waitFor();
  await head.getByRole("link", { name: "核实信号" }).click();
  await head.getByLabel("属实", { exact: true }).check();
  await head.getByLabel("橙色预警").check();
  await head.getByLabel("核实的情况").fill("业主群有人号召明天上午到物业办公室。");
  await head.locator("main form .btns .btn").first().click();
  await head.getByText("已办好：核实").waitFor();
  return new URL(head.url()).pathname;
}

// The level above is told, the three lanes go out, the police have come.
export async function scene(head, at) {
  const up = async () => {
    await head.goto(at);
    await head.getByRole("link", { name: "向上级报告" }).click();
    await head.getByLabel("报告内容").fill("某小区业主约20人拟聚集，已派人劝解。");
    await head.locator("main form .btns .btn").first().click();
    await head.getByText("已办好：上报").waitFor();
  };
  await up();
  await head.getByRole("link", { name: "启动响应" }).click();
  await head.getByLabel("现场指挥").fill("副县长");
  const lanes = [["640122.police", "值班民警"], ["640122.centre", "值班主任"], ["640122.publicity", "值班编辑"]];
  for (const [row, [unit, person]] of lanes.entries()) {
    await head.locator(`[name="lanes.${row}.unit"]`).fill(unit);
    await head.locator(`[name="lanes.${row}.person"]`).fill(person);
  }
  await head.locator("main form .btns .btn").first().click();
  await head.getByText("已办好：启动响应").waitFor();
  await up();
  await head.getByRole("link", { name: "力量到场" }).click();
  await head.getByLabel(/值班民警/).check();
  await head.locator("main form .btns .btn").first().click();
  await head.getByText("已办好：记录到场").waitFor();
}
