/// The part of the report's script that keeps decisions and writes the file of decisions.
enum DecisionScript {
  /// The script.
  ///
  /// `decisions` keeps what the reader marks in the browser's storage, by the run; `showDecisions`
  /// fills the panel. The file is what the source `decisions` reads (contract section 2).
  ///
  /// A discrepancy is named by `rule|subject`, not by its id: a spreadsheet takes some ids, which
  /// are hexadecimal digits, for numbers.
  static let text = #"""
    const prefix = "carer-reconcile-decisions:";
    const emptyStore = () => ({ by: "", saved: true, marks: {} });
    const decisions = (() => {
      let store = emptyStore(), isKept = true;
      const listeners = [];
      try {
        for (const key of Object.keys(localStorage)) {
          if (!key.startsWith(prefix) || key === prefix + data.key) continue;
          if (JSON.parse(localStorage.getItem(key)).saved) localStorage.removeItem(key);
        }
        store = JSON.parse(localStorage.getItem(prefix + data.key)) || store;
      } catch (error) { isKept = false; }
      const keep = () => {
        try {
          if (!store.by && Object.keys(store.marks).length === 0) {
            localStorage.removeItem(prefix + data.key);
          } else localStorage.setItem(prefix + data.key, JSON.stringify(store));
        } catch (error) { isKept = false; }
        for (const listener of listeners) listener();
      };
      const today = () => {
        const day = new Date();
        return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
          .map((part) => String(part).padStart(2, "0")).join("-");
      };
      return {
        get: (key) => store.marks[key],
        set: (key, mark) => {
          store.marks[key] = { ...mark, on: today() };
          store.saved = false;
          keep();
        },
        remove: (key) => { delete store.marks[key]; store.saved = false; keep(); },
        clear: () => { store = { ...emptyStore(), by: store.by }; keep(); },
        written: () => { store.saved = true; keep(); },
        get by() { return store.by; },
        set by(name) { store.by = name; store.saved = false; keep(); },
        get isSaved() { return store.saved; },
        get isKept() { return isKept; },
        entries: () => Object.entries(store.marks).sort(([a], [b]) => (a < b ? -1 : 1)),
        whenChanged: (listener) => listeners.push(listener),
      };
    })();
    const csvCell = (text) => {
      const guarded = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
      return /[",\r\n]/.test(guarded) ? '"' + guarded.replace(/"/g, '""') + '"' : guarded;
    };
    const decisionsFile = () => {
      const lines = ["kind,subject,employee,decision,until,decided_by,decided_on,note"];
      for (const [key, mark] of decisions.entries()) {
        const [kind, subject, employee] = key.split("\u0000");
        lines.push([kind, subject, employee, mark.decision, mark.until, decisions.by, mark.on,
          mark.note].map(csvCell).join(","));
      }
      return "\ufeff" + lines.join("\r\n") + "\r\n";
    };
    const showDecisions = (lists) => {
      const by = byId("decided-by"), state = byId("decision-state"), error = byId("decision-error");
      const download = byId("download"), clear = byId("clear");
      const show = () => {
        const marks = decisions.entries().length;
        const kept = decisions.isKept ? "" : " This browser keeps nothing: download before you leave.";
        state.textContent = marks === 0 ? "Nothing is marked yet." + kept
          : count(marks) + (marks === 1 ? " decision, " : " decisions, ") +
            (decisions.isSaved ? "downloaded." : "not downloaded yet.") + kept;
        download.disabled = clear.disabled = marks === 0;
      };
      by.value = decisions.by;
      by.addEventListener("change", () => { decisions.by = by.value.trim(); });
      download.addEventListener("click", () => {
        error.textContent = decisions.by ? "" : "Give the name that the file is to say.";
        if (!decisions.by) { by.focus(); return; }
        const file = new Blob([decisionsFile()], { type: "text/csv;charset=utf-8" });
        const address = URL.createObjectURL(file);
        make("a", { href: address, download: "decisions-" + data.asOf + ".csv" }).click();
        setTimeout(() => URL.revokeObjectURL(address), 10000);
        decisions.written();
      });
      clear.addEventListener("click", () => {
        if (!decisions.isSaved && clear.dataset.asked !== "yes") {
          clear.dataset.asked = "yes";
          clear.textContent = "Take all marks away: sure?";
          return;
        }
        clear.dataset.asked = "";
        clear.textContent = "Take all marks away";
        decisions.clear();
        for (const list of lists) list.render();
      });
      decisions.whenChanged(show);
      show();
    };

    """#
}
