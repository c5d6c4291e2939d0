import type { FacetDesign } from './observations.ts';

/** Elements of the facets that are joined by common ratings, one list per subset, written `facet id`. */
export type Subset = readonly string[];

/**
 * The disjoint subsets of the design: elements in different subsets never meet, directly or through others.
 *
 * @param throughPersons whether two elements meet that rated the same person, or only in the same rating.
 * @returns the largest first; one subset when all is connected.
 * @see Weeks & Williams (1964), Technometrics 6(3); Engelhard & Wind (2018), Invariant Measurement with Raters.
 */
export function disjointSubsets(
  { facets, persons, observations }: FacetDesign,
  throughPersons: boolean,
): readonly Subset[] {
  const offsets: number[] = [];
  let size = 0;
  for (const { elements } of facets) {
    offsets.push(size);
    size += elements.length;
  }
  const parent = Int32Array.from({ length: size + persons.length }, (_, node) => node);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  for (const { person, elements } of observations) {
    const nodes = elements.map((element, facet) => (offsets[facet] ?? 0) + element);
    if (throughPersons) nodes.push(size + person);
    for (const node of nodes.slice(1)) parent[root(node)] = root(nodes[0] ?? node);
  }
  const subsets = new Map<number, string[]>();
  facets.forEach(({ name, elements }, facet) => {
    elements.forEach((id, element) => {
      const key = root((offsets[facet] ?? 0) + element);
      const subset = subsets.get(key) ?? [];
      subset.push(`${name} ${id}`);
      subsets.set(key, subset);
    });
  });
  return [...subsets.values()].sort((a, b) => b.length - a.length);
}
