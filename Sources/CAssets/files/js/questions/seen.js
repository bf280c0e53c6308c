/** Notes which elements have been on screen down to their end: what one hasn't seen, one can't have judged. */
export class Seen {
  constructor() {
    this.elements = new WeakSet();
    const steps = Array.from({ length: 21 }, (_, index) => index / 20);
    this.observer = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        const ends = entry.rootBounds === null || entry.boundingClientRect.bottom <= entry.rootBounds.bottom + 1;
        if (entry.isIntersecting && ends) this.elements.add(entry.target);
      }
    }, { threshold: steps });
  }

  watch(element) { this.observer.observe(element); }
  has(element) { return this.elements.has(element); }
}
