/** Actions of IAM and the resources that each is needed on, ARNs; a list where there are several. */
export type Grants = { readonly [action: `${string}:${string}`]: string | ReadonlyArray<string> }

/**
 * Says in the source what a piece of code needs of IAM, where the source does not say it by itself: it gives back what it
 * is given, and `calix policy` and `deploy` read it.
 *
 * What is inside (a function, a route, a group of routes, an app) needs these actions on these resources. Of an action
 * that is named, the resources stand in the place of those that would be found inside; the other actions are found as
 * ever. Write the names out: the call is read, never run. Resources are ARNs as IAM takes them, with its wildcards:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 *
 * @param _actions resources by action, such as `s3:GetObject`
 * @since 0.1.0
 * @example
 * const send = grants({ 'ses:SendEmail': 'arn:aws:ses:eu-central-1:123456789012:identity/example.com' })(
 *   (to: string, text: string) => console.log(to, text),
 * )
 * @example
 * pipe(
 *   routes(listCities, stateOfCity),
 *   grants({ 's3:GetObject': ['arn:aws:s3:::cities/*', 'arn:aws:s3:::states/*'] }),
 * )
 */
export const grants =
  (_actions: Grants) =>
  <A>(self: A): A =>
    self
