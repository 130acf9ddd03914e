/** Runs work under an id that everything it causes carries, in the log and towards storage and Teams. `what`: its name. */
export type Trace = <Result>(what: string, id: string, work: () => Promise<Result>) => Promise<Result>;
