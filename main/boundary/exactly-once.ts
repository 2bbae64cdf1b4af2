/**
 * `unknown` if the objects of the list `Parts` have each of these names exactly once between them.
 * Otherwise a type that nothing satisfies, and that names what is missing, unknown or doubled.
 */
export type ExactlyOnce<
  Parts extends readonly unknown[],
  Names extends PropertyKey,
  Seen extends PropertyKey = never,
> = Parts extends readonly [infer First, ...infer Rest]
  ? [keyof First & Seen] extends [never]
    ? ExactlyOnce<Rest, Names, Seen | keyof First>
    : { readonly duplicate: keyof First & Seen }
  : [Exclude<Names, Seen>] extends [never]
    ? [Exclude<Seen, Names>] extends [never]
      ? unknown
      : { readonly unknown: Exclude<Seen, Names> }
    : { readonly missing: Exclude<Names, Seen> }
