/// The part of the report's script that shows long lists page by page.
enum GridScript {
  /// `grid(options)`: fills the table, pager and state line below the element `options.id`.
  ///
  /// Only the rows of one page are elements, so a list may be as long as memory goes. Sorting keeps
  /// the order of equal rows. A row opens by a click anywhere or by its button; Escape closes it.
  /// On paper stand the rows of all pages, up to 5,000; of a longer list those of the page shown.
  static let text = #"""
    const grid = (options) => {
      const { rows, columns, noun } = options;
      const root = byId(options.id);
      const state = make("p", { role: "status" });
      const body = make("tbody", { role: "rowgroup" });
      const size = make("select", { id: options.id + "-size" },
        ...[25, 50, 100, 250].map((value) => option(value, value + " a page")));
      const button = (text, step) => make("button", { type: "button", class: "second",
        onclick: () => turn(step) }, text);
      const previous = button("Previous page", -1), next = button("Next page", 1);
      let shown = [], page = 0, sorted = -1, direction = 1;
      const turn = (step) => { page += step; render(); };
      size.value = "50";
      size.addEventListener("change", () => { page = 0; render(); });
      const heads = columns.map((column, at) => {
        const arrow = make("span", { "aria-hidden": "true" });
        const sort = make("button", { type: "button", onclick: () => sortBy(at) }, column.title,
          arrow);
        return make("th", { scope: "col", role: "columnheader",
          class: column.number ? "n" : null }, sort);
      });
      const sortBy = (at) => {
        direction = sorted === at ? -direction : 1;
        sorted = at;
        heads.forEach((head, place) => {
          head.firstChild.lastChild.textContent = place !== at ? "" : direction > 0 ? " ▲" : " ▼";
          if (place === at) {
            head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
          } else head.removeAttribute("aria-sort");
        });
        filter();
      };
      const filter = () => {
        shown = [];
        for (let at = 0; at < rows.length; at += 1) {
          if (options.isShown(rows[at], at)) shown.push(at);
        }
        if (sorted >= 0) {
          const keys = new Map(shown.map((at) => [at, columns[sorted].key(rows[at])]));
          shown.sort((one, other) => {
            const left = keys.get(one), right = keys.get(other);
            return left < right ? -direction : left > right ? direction : one - other;
          });
        }
        page = 0;
        render();
      };
      const fillCells = (element, row, toggle) => {
        element.replaceChildren(...columns.map((column) => {
          let content = column.cell(row);
          if (column.opens) {
            content = make("button", { type: "button", class: "open", "aria-expanded": "false",
              "aria-label": "Details of " + options.name(row) }, content);
          }
          return make("td", { role: "cell", class: column.number ? "n" : null,
            "data-label": column.title }, content);
        }));
        element.onclick = toggle;
      };
      const rowElement = (row) => {
        const element = make("tr", { role: "row", class: "row" });
        let more = null;
        const opener = () => element.querySelector("button.open");
        const close = () => {
          more.remove();
          more = null;
          opener().setAttribute("aria-expanded", "false");
        };
        const toggle = () => {
          if (more) { close(); return; }
          const cell = make("td", { role: "cell", colspan: columns.length });
          const fill = () => cell.replaceChildren(...options.more(row, changed));
          const changed = () => {
            fillCells(element, row, toggle);
            opener().setAttribute("aria-expanded", "true");
            fill();
            opener().focus();
          };
          more = make("tr", { role: "row", class: "more" }, cell);
          more.addEventListener("keydown", (event) => {
            if (event.key === "Escape") { close(); opener().focus(); }
          });
          fill();
          element.after(more);
          opener().setAttribute("aria-expanded", "true");
        };
        fillCells(element, row, toggle);
        return element;
      };
      const tell = (from, to) => {
        state.textContent = shown.length === 0 ? "No " + noun[0] + " fits."
          : count(from + 1) + " to " + count(to) + " of " + count(shown.length) + " " +
            noun[shown.length === 1 ? 0 : 1] + (shown.length === rows.length ? ""
              : ", out of " + count(rows.length));
      };
      const render = () => {
        const length = +size.value;
        const last = Math.max(0, Math.ceil(shown.length / length) - 1);
        page = Math.min(Math.max(0, page), last);
        const from = page * length, to = Math.min(shown.length, from + length);
        body.replaceChildren(...shown.slice(from, to).map((at) => rowElement(rows[at])));
        tell(from, to);
        previous.disabled = page === 0;
        next.disabled = page === last;
      };
      let printed = [];
      window.addEventListener("beforeprint", () => {
        const own = body.querySelectorAll("tr.row").length;
        if (shown.length === own || shown.length > 5000) return;
        const from = page * +size.value;
        const rowsAt = (places) => places.map((at) => rowElement(rows[at]));
        const before = rowsAt(shown.slice(0, from)), after = rowsAt(shown.slice(from + own));
        body.prepend(...before);
        body.append(...after);
        printed = [...before, ...after];
        tell(0, shown.length);
      });
      window.addEventListener("afterprint", () => {
        if (printed.length === 0) return;
        printed.forEach((element) => element.remove());
        printed = [];
        const from = page * +size.value;
        tell(from, Math.min(shown.length, from + +size.value));
      });
      body.addEventListener("keydown", (event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!step || !event.target.matches("button.open")) return;
        const openers = [...body.querySelectorAll("button.open")];
        const target = openers[openers.indexOf(event.target) + step];
        if (target) { event.preventDefault(); target.focus(); }
      });
      root.replaceChildren(
        make("div", { class: "pager" }, state,
          make("label", { for: size.id, class: "visually-hidden" }, "Rows on a page"), size,
          previous, next),
        make("table", { class: "list", role: "table" },
          make("caption", { class: "visually-hidden" }, root.getAttribute("data-caption")),
          make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...heads)), body));
      filter();
      return { filter, render };
    };

    """#
}
