import type { AnswerOf, AnyRoutes, ErrorsOf, NeedsOf, Routes } from '../../../src/index.ts'

// What has to compile, and to mean what it says: a line that stops holding is an error of the compiler.

/** Whether two types are one. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** Whether each of two types is the other, however they are written. */
export type Alike<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

export const holds = <_Claim extends true>(): void => {}

/** The entry of a route. */
type Only<R extends AnyRoutes> = R extends Routes<infer Each> ? Each : never

/** What a route answers. */
export type Answer<R extends AnyRoutes> = AnswerOf<Only<R>>

/** What a route may end in. */
export type Errors<R extends AnyRoutes> = ErrorsOf<Only<R>>

/** What a route still needs. */
export type Needs<R extends AnyRoutes> = NeedsOf<Only<R>>
