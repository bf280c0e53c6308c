/** What starts a new line for who reads: no match may reach over its edge. */
const blocks = "p, li, td, th, h3, h4, h5, h6, pre, blockquote, div";

/** The text of a piece as it is on the page, and where each character of it stands. */
export class TextIndex {
  constructor(piece) {
    Object.assign(this, { nodes: [], starts: [], text: "" });
    if (piece.isRaw && !piece.fixed) this.addRaw(piece); else this.addRendered(piece.element);
  }

  addRendered(element) {
    let block = null;
    for (const node of textNodes(element)) {
      const next = node.parentElement.closest(blocks);
      if (block !== null && next !== block) this.text += "\n";
      block = next;
      this.add(node, node.data);
    }
  }

  /** The raw view draws spaces as signs; what stands there is the source. */
  addRaw({ element, text }) {
    let place = 0;
    for (const line of element.querySelectorAll(".line")) {
      for (const node of textNodes(line)) {
        this.add(node, text.slice(place, place + node.length));
        place += node.length;
      }
      const end = Number(line.dataset.end);
      this.text += text.slice(place, place + end);
      place += end;
    }
  }

  add(node, text) {
    this.nodes.push(node);
    this.starts.push(this.text.length);
    this.text += text;
  }

  /** A range from one place in the text to another; null where nothing is on the page. */
  range(from, to) {
    const [first, last] = [this.at(from), this.at(Math.max(from, to - 1))];
    if (first < 0 || last < 0) return null;
    const range = document.createRange();
    range.setStart(this.nodes[first], Math.min(from - this.starts[first], this.nodes[first].length));
    range.setEnd(this.nodes[last], Math.min(to - this.starts[last], this.nodes[last].length));
    return range;
  }

  /** The number of the node in which a place lies. */
  at(place) {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.starts[middle] <= place) low = middle; else high = middle - 1;
    }
    return high;
  }

  /** What of the text lies in a range of the page. */
  within(range) {
    const touched = this.nodes.map((node, index) => [node, this.starts[index]]).filter(([node]) => range.intersectsNode(node));
    if (touched.length === 0) return "";
    const [[first, from], [last, to]] = [touched[0], touched.at(-1)];
    const start = from + (first === range.startContainer ? range.startOffset : 0);
    const end = to + (last === range.endContainer ? range.endOffset : last.length);
    return this.text.slice(start, end);
  }
}

/** The text nodes below an element, but not the source that a formula carries along. */
export function textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.length > 0 && node.parentElement.localName !== "annotation") nodes.push(node);
  }
  return nodes;
}
