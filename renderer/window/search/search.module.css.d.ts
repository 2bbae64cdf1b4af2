// Written by npm run css-types.
declare const styles: {
  readonly 'active': string
  readonly 'at': string
  readonly 'clear': string
  readonly 'count': string
  readonly 'date': string
  readonly 'field': string
  readonly 'filter': string
  readonly 'filters': string
  readonly 'group': string
  readonly 'head': string
  readonly 'hint': string
  readonly 'input': string
  readonly 'list': string
  readonly 'mark': string
  readonly 'more': string
  readonly 'name': string
  readonly 'nothing': string
  readonly 'place': string
  readonly 'results': string
  readonly 'row': string
  readonly 'text': string
  readonly 'title': string
  readonly 'who': string
}
export default styles
