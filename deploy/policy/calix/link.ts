import { exotic } from '../evaluate/things.ts'
import { ANYTHING, textOf, type Value } from '../evaluate/value.ts'

/** What `sst` gives: `Resource`, whose properties are those of what is linked. Nothing is known of the rest. */
export const sstPackage = (): Value => {
  const links = exotic('#sst.Resource', 'links', {}, (name) =>
    name === undefined
      ? ANYTHING
      : [
          exotic(`#sst.Resource.${name}`, 'link', {}, (property) =>
            property === undefined ? ANYTHING : [textOf([{ kind: 'link', name, property }])],
          ),
        ],
  )
  return [exotic('#sst', 'package', {}, (name) => (name === 'Resource' ? [links] : ANYTHING))]
}
