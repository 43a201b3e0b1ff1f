type Load<K, V> = (keys: ReadonlyArray<K>) => Promise<ReadonlyArray<V | undefined>>

interface Waiting<K, V> {
  readonly key: K
  readonly resolve: (value: V | undefined) => void
  readonly reject: (reason: unknown) => void
}

export class Loader<K, V> {
  #waiting: Array<Waiting<K, V>> = []
  readonly #load: Load<K, V>
  readonly #known = new Map<K, Promise<V | undefined>>()

  constructor(load: Load<K, V>) {
    this.#load = load
  }

  load(key: K): Promise<V | undefined> {
    const known = this.#known.get(key)
    if (known) return known
    const promise = new Promise<V | undefined>((resolve, reject) => {
      this.#waiting.push({ key, resolve, reject })
      if (this.#waiting.length === 1) process.nextTick(() => this.#dispatch())
    })
    this.#known.set(key, promise)
    return promise
  }

  async #dispatch(): Promise<void> {
    const batch = this.#waiting.splice(0)
    try {
      const values = await this.#load(batch.map(({ key }) => key))
      batch.forEach(({ resolve }, index) => resolve(values[index]))
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }
}
