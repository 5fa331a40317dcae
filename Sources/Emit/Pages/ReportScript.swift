/// The script of `report.html`: plain JavaScript, no library, nothing sent.
///
/// It makes elements and sets texts, never markup; the page's policy would refuse markup anyway.
enum ReportScript {
  /// The text between `<script>` and `</script>`.
  static let text =
    "(() => {\n\"use strict\";\n" + helpers + GridScript.text + DecisionScript.text
    + discrepancies + reviews + start + "})();"

  private static let helpers = #"""
    const byId = (id) => document.getElementById(id);
    const data = JSON.parse(byId("run-data").textContent);
    const make = (name, attributes, ...children) => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes || {})) {
        if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
        else if (value !== null && value !== undefined) element.setAttribute(key, value);
      }
      element.append(...children.filter((child) => child !== null));
      return element;
    };
    const count = (value) => value.toString().replace(/\B(?=(\d{3})+$)/g, ",");
    const severities = ["high", "medium", "low"];
    let fields = 0;
    const fieldID = () => "field-" + (fields += 1);
    const option = (value, text) => make("option", { value }, text);

    """#

  private static let discrepancies = #"""
    // A row: id, rule, place, subject, number, last, first, detail, status, day, age, sources.
    const ruleOf = (row) => data.rules[row[1]];
    const placeOf = (row) => data.places[row[2]];
    const severityOf = (row) => ruleOf(row)[1];
    const nameOf = (row) => (row[6] + " " + row[5]).trim();
    const decisionKey = (row) => "discrepancy\u0000" + ruleOf(row)[0] + "|" + row[3]
      + "\u0000";
    const haystacks = [];
    const haystack = (row, index) => haystacks[index] ??= [row[0], ruleOf(row)[0], row[3], row[4],
      nameOf(row), ...placeOf(row), data.details[row[7]]].join("\n").toLowerCase();
    const placeText = (row) => {
      const [code, name, footprint] = placeOf(row);
      return [code || (footprint ? "footprint " + footprint : "–"), name].filter(Boolean).join(", ");
    };
    const statusText = (row) => {
      const decision = decisions.get(decisionKey(row));
      return data.statuses[row[8]] + (decision ? ", to be waived until " + decision.until : "");
    };
    const sourcesOf = (row) => {
      const list = make("ul");
      for (let at = 0; at < row[11].length; at += 2) {
        list.append(make("li", {}, make("code", {},
          data.files[row[11][at]] + ":" + row[11][at + 1])));
      }
      return list;
    };
    const factsOf = (row) => {
      const facts = [["What is wrong", data.details[row[7]]], ["What to do", ruleOf(row)[2]],
        ["Sources", sourcesOf(row)], ["Subject", make("code", {}, row[3])], ["Name", nameOf(row)],
        ["Employee number", row[4]], ["Organisation", placeText(row)],
        ["First seen", data.days[row[9]] + ", " + count(row[10]) +
          (row[10] === 1 ? " day ago" : " days ago")],
        ["Discrepancy id", make("code", {}, row[0])]];
      return make("dl", {}, ...facts.filter((fact) => fact[1] !== "")
        .flatMap(([term, text]) => [make("dt", {}, term), make("dd", {}, text)]));
    };
    const waiveForm = (row, show) => {
      const key = decisionKey(row);
      const decision = decisions.get(key);
      const until = make("input", { type: "date", id: fieldID(), min: data.asOf });
      const note = make("input", { type: "text", id: fieldID(), maxlength: "200" });
      until.value = decision ? decision.until : "";
      note.value = decision ? decision.note : "";
      const error = make("p", { class: "error", role: "alert" });
      const waive = () => {
        if (!(until.value > data.asOf)) {
          error.textContent = "Give the last day of the waiver, later than " + data.asOf + ".";
          until.focus();
          return;
        }
        decisions.set(key, { decision: "waive", until: until.value, note: note.value });
        show();
      };
      const field = (input, text) =>
        make("div", {}, make("label", { for: input.id }, text), input);
      return make("div", { class: "decide", role: "group", "aria-label": "Decision" }, error,
        field(until, "Waive until"), field(note, "Note (no personal details)"),
        make("button", { type: "button", onclick: waive }, "Mark as waived"),
        decision ? make("button", { type: "button", class: "second",
          onclick: () => { decisions.remove(key); show(); } }, "Take the mark away") : null);
    };
    const chosen = (id) => byId(id).value;
    const isShown = (row, index) => {
      const rule = chosen("filter-rule"), severity = chosen("filter-severity");
      const place = chosen("filter-organisation"), status = chosen("filter-status");
      const text = chosen("filter-text").trim().toLowerCase();
      if (rule !== "" && row[1] !== +rule) return false;
      if (severity && severityOf(row) !== severity) return false;
      if (place && (placeOf(row)[0] || "-") !== place) return false;
      if (status === "marked" ? !decisions.get(decisionKey(row))
        : status !== "" && row[8] !== +status) return false;
      return !text || text.split(/\s+/).every((word) => haystack(row, index).includes(word));
    };
    const fillFilters = () => {
      const rules = new Map(), places = new Map(), statuses = new Map();
      const names = new Map();
      for (const row of data.rows) {
        const code = placeOf(row)[0] || "-";
        rules.set(row[1], (rules.get(row[1]) || 0) + 1);
        places.set(code, (places.get(code) || 0) + 1);
        names.set(code, placeOf(row)[1]);
        statuses.set(row[8], (statuses.get(row[8]) || 0) + 1);
      }
      const fill = (id, counts, text) => {
        for (const key of [...counts.keys()].sort((a, b) => (a < b ? -1 : 1))) {
          byId(id).append(option(key, text(key) + " (" + count(counts.get(key)) + ")"));
        }
      };
      fill("filter-rule", rules, (rule) => data.rules[rule][0]);
      fill("filter-organisation", places, (code) => code === "-" ? "no organisation"
        : [code, names.get(code)].filter(Boolean).join(" "));
      fill("filter-status", statuses, (status) => data.statuses[status]);
      byId("filter-status").append(option("marked", "marked on this page"));
    };
    const showDiscrepancies = () => {
      fillFilters();
      const list = grid({
        id: "discrepancy-list", rows: data.rows, isShown, noun: ["discrepancy", "discrepancies"],
        name: (row) => ruleOf(row)[0] + ", " + row[3],
        columns: [
          { title: "Severity", key: (row) => severities.indexOf(severityOf(row)),
            cell: (row) => make("span", { class: "tag " + severityOf(row) }, severityOf(row)) },
          { title: "Rule", key: (row) => row[1], cell: (row) => ruleOf(row)[0], opens: true },
          { title: "Organisation", key: (row) => placeText(row), cell: placeText },
          { title: "About", key: (row) => row[3].toLowerCase(),
            cell: (row) => [nameOf(row), row[3]].filter(Boolean).join(", ") },
          { title: "What is wrong", key: (row) => data.details[row[7]],
            cell: (row) => data.details[row[7]] },
          { title: "Status", key: (row) => row[8], cell: statusText },
          { title: "Days", key: (row) => row[10], cell: (row) => count(row[10]), number: true },
        ],
        more: (row, show) => [factsOf(row), waiveForm(row, show)],
      });
      let timer = 0;
      for (const id of ["filter-rule", "filter-severity", "filter-organisation", "filter-status"]) {
        byId(id).addEventListener("change", list.filter);
      }
      byId("filter-text").addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(list.filter, 150);
      });
      byId("filter-clear").addEventListener("click", () => {
        for (const field of byId("filters").querySelectorAll("select, input")) field.value = "";
        list.filter();
      });
      return list;
    };

    """#

  private static let reviews = #"""
    // A row: subject, employee, probability, entry, candidate, agreement, levels.
    const linkKey = (row) => "link\u0000" + row[0] + "\u0000" + row[1];
    const linkText = (row) => {
      const decision = decisions.get(linkKey(row));
      return decision ? decision.decision : "not decided";
    };
    const linkForm = (row, show) => {
      const key = linkKey(row);
      const decision = decisions.get(key);
      const note = make("input", { type: "text", id: fieldID(), maxlength: "200" });
      note.value = decision ? decision.note : "";
      const decide = (word) => () => {
        decisions.set(key, { decision: word, until: "", note: note.value });
        show();
      };
      return make("div", { class: "decide", role: "group", "aria-label": "Decision" },
        make("div", {}, make("label", { for: note.id }, "Note (no personal details)"), note),
        make("button", { type: "button", onclick: decide("accept") }, "Accept: the same person"),
        make("button", { type: "button", class: "second", onclick: decide("reject") },
          "Reject: someone else"),
        decision ? make("button", { type: "button", class: "second",
          onclick: () => { decisions.remove(key); show(); } }, "Take the mark away") : null);
    };
    const showReviews = () => data.reviews.length === 0 ? null : grid({
      id: "review-list", rows: data.reviews, isShown: () => true, noun: ["pair", "pairs"],
      name: (row) => row[0] + ", " + row[1],
      columns: [
        { title: "List entry", key: (row) => row[0].toLowerCase(), cell: (row) => row[0],
          opens: true },
        { title: "Entry says", key: (row) => row[3].toLowerCase(), cell: (row) => row[3] },
        { title: "Candidate", key: (row) => row[1],
          cell: (row) => [row[1], row[4]].filter(Boolean).join(", ") },
        { title: "Probability", key: (row) => +row[2], cell: (row) => row[2], number: true },
        { title: "Decision", key: linkText, cell: linkText },
      ],
      more: (row, show) => [make("p", {}, "Agreement: " + row[5] + "; " + row[6]),
        linkForm(row, show)],
    });

    """#

  private static let start = #"""
    const lists = [showDiscrepancies(), showReviews()].filter(Boolean);
    showDecisions(lists);
    for (const element of document.querySelectorAll(".needs-script")) element.hidden = false;
    document.documentElement.setAttribute("data-ready", "yes");

    """#
}
