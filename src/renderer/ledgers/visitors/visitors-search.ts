/** What an address may ask of the list, such as `/visitors?owed=true` from Today. */
export interface VisitorsSearch {
  readonly owed?: boolean;
}

export function readVisitorsSearch(search: Readonly<Record<string, unknown>>): VisitorsSearch {
  return search['owed'] === true ? { owed: true } : {};
}
