// Written by npm run css-types.
declare const styles: {
  readonly 'add': string
  readonly 'dateButton': string
  readonly 'dateField': string
  readonly 'details': string
  readonly 'line': string
  readonly 'remove': string
  readonly 'tag': string
  readonly 'tagField': string
  readonly 'tagName': string
  readonly 'tags': string
  readonly 'title': string
  readonly 'titleButton': string
  readonly 'titleField': string
}
export default styles
