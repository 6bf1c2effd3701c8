/** Tells parts of a long list when they come near to what can be seen: one watch for all of them. */

/** So far beyond what can be seen a part counts as near. */
const MARGIN = "800px";

type Told = (entry: IntersectionObserverEntry) => void;
type Observing = IntersectionObserverInit & { readonly scrollMargin: string };

const told = new WeakMap<Element, Told>();
let observer: IntersectionObserver | undefined;

/** Told soon after, and whenever it comes near or goes far, until what is returned is called. */
export function watchNearness(element: Element, tell: Told): () => void {
  const options: Observing = { rootMargin: MARGIN, scrollMargin: MARGIN };
  observer ??= new IntersectionObserver((entries) => {
    for (const entry of entries) told.get(entry.target)?.(entry);
  }, options);
  const watching = observer;
  told.set(element, tell);
  watching.observe(element);
  return () => {
    told.delete(element);
    watching.unobserve(element);
  };
}
