import Foundation

/// What a page must have for everyone to read it, checked by script in the browser.
package enum PageChecks {
  /// An expression whose value is a list of faults.
  ///
  /// No title or language, headings that leave out a level, fields and buttons without a name,
  /// pictures without a text, ids given twice, text whose contrast is below 4.5:1 (3:1 where it is
  /// large), a page wider than its window.
  package static let script = #"""
    (() => {
      const faults = [];
      const isSeen = (element) => element.getClientRects().length > 0
        && getComputedStyle(element).visibility !== "hidden";
      if (!document.title || document.documentElement.lang !== "en-GB") faults.push("title, lang");
      if (document.querySelectorAll("main").length !== 1) faults.push("one main part");
      let level = 0;
      for (const heading of document.querySelectorAll("h1,h2,h3,h4")) {
        const now = +heading.tagName[1];
        if (now > level + 1) faults.push("heading level: " + heading.textContent);
        level = now;
      }
      const ids = new Set();
      for (const element of document.querySelectorAll("[id]")) {
        if (ids.has(element.id)) faults.push("id twice: " + element.id);
        ids.add(element.id);
      }
      for (const field of document.querySelectorAll("input,select,textarea")) {
        if (field.labels.length === 0 && !field.getAttribute("aria-label")) {
          faults.push("no label: " + field.id);
        }
      }
      for (const element of document.querySelectorAll("button,a[href],[role=region]")) {
        if (!(element.getAttribute("aria-label") || element.textContent).trim()) {
          faults.push("no name: " + element.outerHTML.slice(0, 60));
        }
      }
      for (const picture of document.querySelectorAll("svg")) {
        if (picture.getAttribute("aria-hidden") !== "true" && !picture.getAttribute("aria-label")) {
          faults.push("picture without a text");
        }
      }
      const parts = (text) => (text.match(/[\d.]+/g) || []).map(Number);
      const light = (colour) => {
        const [r, g, b] = colour.slice(0, 3).map((part) => part / 255)
          .map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ground = (element) => {
        for (let at = element; at; at = at.parentElement) {
          const colour = parts(getComputedStyle(at).backgroundColor);
          if (colour.length === 3 || colour[3] === 1) return colour;
        }
        return [255, 255, 255];
      };
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const low = new Set();
      while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !isSeen(element)) continue;
        if (element.closest("script,style,svg,[disabled],.visually-hidden,.skip")) continue;
        const style = getComputedStyle(element), size = parseFloat(style.fontSize);
        const pair = [light(parts(style.color)), light(ground(element))].sort((a, b) => b - a);
        const least = size >= 24 || (size >= 18.66 && +style.fontWeight >= 700) ? 3 : 4.5;
        if ((pair[0] + 0.05) / (pair[1] + 0.05) < least) {
          low.add("contrast: " + element.tagName + "." + element.className);
        }
      }
      faults.push(...low);
      const root = document.documentElement;
      if (root.scrollWidth > root.clientWidth) faults.push("wider than the window");
      return faults;
    })()
    """#

  /// The text of axe-core where `AXE_CORE` names its file; nil otherwise.
  package static let axe: String? = ProcessInfo.processInfo.environment["AXE_CORE"]
    .flatMap { FolderContents.text(of: $0) }

  /// An expression whose value is what axe-core finds, given its text.
  package static func axeScript(_ axe: String) -> String {
    """
    (async () => {
      \(axe);
      const found = await axe.run(document);
      return found.violations.map((fault) => fault.id + " " + fault.nodes[0].target.join(" "));
    })()
    """
  }
}
