/** What stands for a parameter in a sample of a path: no path of a route has it, so no literal is taken by mistake. */
export const ANYTHING = '\u0001'
