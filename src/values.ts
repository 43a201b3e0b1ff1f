/**
 * Values by name. It inherits nothing, so that a name such as `__proto__` is one name among others.
 *
 * @since 0.1.0
 */
export type Values<A> = { readonly [name: string]: A }

/** A constructor of objects that inherit nothing: unlike `Object.create(null)`'s, engines keep these as fast as literals. */
const Bare = function Values() {} as unknown as { new <A>(): Record<string, A>; prototype: object }
Bare.prototype = Object.freeze(Object.create(null))

/** Values to be filled in. */
export const emptyValues = <A>(): Record<string, A> => new Bare<A>()
