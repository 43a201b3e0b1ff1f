export function findUser(id: string): Promise<unknown>
export function removeUser(id: string): Promise<void>
