// Step 2: the check. One sentence on top, what is wrong with row and cell, a bar for each value, ways out of a conflict.

async function check(): Promise<void> {
  if (!role("people").length || !work.seats) return inPlace();
  const place = document.getElementById("checking") ?? el("div");
  const answer = await runLong(place, ["check", ...poolArgs()], inputs());
  if (!answer) return;
  work.checked = answer;
  await inPlace();
  announce(document.getElementById("verdict")?.textContent ?? "");
}

function checkStep(): HTMLElement {
  const missing = [!role("people").length && t("page-need-people"), !work.seats && t("page-need-seats")].filter((said): said is string => !!said);
  const answer = work.checked;
  return el("div", {},
    ...missing.map(said => p(said)),
    missing.length ? button(t("page-to-files"), () => go(1), { class: "second" }) : null,
    el("div", { id: "checking" }),
    answer ? checkReport(answer) : missing.length ? null : button(t("page-check-now"), check));
}

function checkReport(answer: Answer): HTMLElement {
  const { data } = answer;
  const [mark, key] = answer.exit === 0 ? ["good", "page-can"] : data?.feasible === null ? ["look", "page-unsettled"]
    : data?.feasible === false ? ["bad", "page-cannot"] : ["bad", "page-wrong"];
  return el("div", {},
    el("div", { class: `verdict ${mark}`, id: "verdict", tabindex: "-1" }, p(el("strong", {}, t(key!)))),
    told(answer),
    answer.said.trim() ? el("div", { class: "row" }, copying(() => answer.said, "page-copy-list")) : null,
    data?.repairs?.length ? repairs(data.repairs) : null,
    data?.features ? bars(data) : null,
    answer.shown ? more(t("page-whole-check"), laid(answer.shown)) : null,
    theCommand(["check", ...poolArgs()]),
    answer.exit === 0 ? el("div", { class: "row" }, button(t("page-to-charter"), () => go(3), { id: "to-charter" })) : null);
}

interface Value { name: string; people: number; min: number; max: number; impossible: boolean }

/** A bar for each value: how many there are, and how many seats the quotas give them. Its numbers stand beside it. */
function bars(data: { people: number; seats: number; features: { name: string; values: Value[] }[] }): HTMLElement {
  const shares = (value: Value) => [value.people / data.people, Math.min(value.min, data.seats) / data.seats, Math.min(value.max, data.seats) / data.seats] as const;
  // Of each feature the longest bar fills the width.
  const row = (value: Value, longest: number) => {
    const [pool, min, max] = shares(value).map(share => share / longest) as [number, number, number];
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 200 18");
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    const rect = (x: number, y: number, width: number, height: number, className: string) => {
      const made = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      for (const [name, n] of Object.entries({ x, y, width: Math.max(width, 1), height })) made.setAttribute(name, String(n));
      made.setAttribute("class", className);
      svg.append(made);
    };
    rect(0, 1, pool * 200, 8, "pool");
    rect(0, 11, min * 200, 2, "quota");
    rect(min * 200, 10, Math.max((max - min) * 200, 3), 6, "quota");
    const asked = value.min === value.max ? count(value.min) : `${count(value.min)} - ${count(Math.min(value.max, data.seats))}`;
    return el("tr", { class: value.impossible || value.people < value.min ? "bad" : false },
      el("th", { scope: "row" }, value.name), el("td", { class: "bar" }, svg),
      el("td", { class: "n" }, `${count(value.people)} (${percent(value.people, data.people)})`), el("td", { class: "n" }, asked));
  };
  return el("div", {}, h2(t("page-bars")),
    el("p", { class: "hint" }, el("span", { class: "key pool" }), ` ${t("page-bar-pool")}  `, el("span", { class: "key quota" }), ` ${t("page-bar-quota")}`),
    ...data.features.map(feature => el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": feature.name },
      el("table", { class: "bars" }, el("caption", {}, feature.name),
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, t("page-value")), el("th", { scope: "col" }, t("page-bar")),
          el("th", { scope: "col", class: "n" }, t("page-volunteers")), el("th", { scope: "col", class: "n" }, t("page-seats-asked")))),
        el("tbody", {}, ...feature.values.map(value => row(value, Math.max(0.01, ...feature.values.flatMap(shares)))))))));
}

/** The ways out that led to the quotas that are used now, the first one first. Of other quotas none did. */
function changesMade(): typeof work.changes {
  const made: typeof work.changes = [];
  for (let name = role("quotas")[0]?.name, one; (one = work.changes.find(change => change.out === name)); name = one.from) made.unshift(one);
  return made;
}

interface Change { feature: string; value: string; min: number; max: number; old_min: number; old_max: number }

/** Ways out of a conflict, the cheapest first; one click, and a reason that is kept. */
function repairs(list: { cost: string; changes: Change[] }[]): HTMLElement {
  const why = el("input", { type: "text", id: "why" });
  const one = (repair: { cost: string; changes: Change[] }, i: number) => {
    const said = repair.changes.map(change => t("page-change", {
      name: `${change.feature}: ${change.value}`, of: `${change.old_min} - ${change.old_max}`, number: `${change.min} - ${change.max}`,
    }));
    const use = async () => {
      if (!why.value.trim()) { why.focus(); return announce(t("page-why-needed")); }
      const out = free("quota-aangepast.csv"), from = role("quotas")[0]?.name ?? "";
      const answer = await run(["repair", ...poolArgs(), "--apply", String(i + 1), "--out", out], inputs());
      if (!work.disk.has(out)) throw new Said(answer.said || answer.shown);
      work.changes.push({ what: said.join("; "), why: why.value.trim(), from, out });
      for (const file of role("quotas")) file.role = "other";
      await lookAt([out], () => "quotas");
      changed();
      await check();
    };
    return el("li", { class: "card look" }, ...said.map(text => p(text)), p(t("page-cost", { number: decimal(Number(repair.cost)) })),
      button(t("page-use-repair"), use, { class: "second" }));
  };
  return el("section", {}, h2(t("page-ways-out")), p(t("page-ways-out-what")), field(t("page-why"), why, t("page-why-hint")),
    el("ol", { class: "cards" }, ...list.map(one)));
}
