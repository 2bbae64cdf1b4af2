import type { english } from './en'

/** The shape of a text: any string where English has one, and functions with the same arguments. */
export type Text<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Name in keyof T]: Text<T[Name]> }

/** What is not translated yet may be missing; English is shown instead. */
type Unfinished<T> = T extends string | ((...values: never) => string)
  ? T
  : { readonly [Name in keyof T]?: Unfinished<T[Name]> }

/** Everything that Parley says in one language. */
export type Catalogue = Text<typeof english>

/** What a translator writes, by the names of `Catalogue`. */
export type Translation = {
  readonly [Part in Exclude<keyof Catalogue, 'window'>]: Unfinished<Catalogue[Part]>
} & {
  readonly window: {
    readonly [Group in keyof Catalogue['window']]: Unfinished<Catalogue['window'][Group]>
  }
}

/** The whole translation of a language; a part that is missing is shown in English. */
export type Translated = Partial<Omit<Translation, 'window'>> & {
  readonly window?: Partial<Translation['window']>
}
