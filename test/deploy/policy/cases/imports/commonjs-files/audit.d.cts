declare function audit(id: string): Promise<null>
export = audit
