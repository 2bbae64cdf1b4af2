import type { english } from './en'

/** The shape of a text: any string where English has one, and functions with the same arguments. */
export type Text<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Name in keyof T]: Text<T[Name]> }

/** Everything that Parley says in one language. */
export type Catalogue = Text<typeof english>

/** What a translator writes, by the names of `Catalogue`. A missing text is a type error. */
export type Translation = Catalogue
