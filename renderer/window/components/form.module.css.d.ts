// Written by npm run css-types.
declare const styles: {
  readonly 'amounts': string
  readonly 'details': string
  readonly 'fieldRow': string
  readonly 'formStack': string
  readonly 'hint': string
  readonly 'inline': string
  readonly 'itemName': string
  readonly 'labelled': string
  readonly 'link': string
  readonly 'mono': string
  readonly 'page': string
  readonly 'path': string
  readonly 'success': string
}
export default styles
