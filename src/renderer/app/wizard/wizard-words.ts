/** What the steps of the first run hand to each other. */

export interface OfficeWords {
  readonly name: string;
  readonly stationName: string;
  readonly code: string;
}

export interface AdministratorWords {
  readonly name: string;
  readonly login: string;
  readonly password: string;
  readonly again: string;
}
